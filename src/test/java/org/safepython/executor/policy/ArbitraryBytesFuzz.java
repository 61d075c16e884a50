package org.safepython.executor.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Half a minute of {@link ArbitraryBytes}, in every build. */
class ArbitraryBytesFuzz {

    @FuzzTest(maxDuration = "30s")
    void everyTextGetsAVerdict(byte[] bytes) {
        ArbitraryBytes.judge(bytes);
    }
}
