package org.safepython.executor.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Ten minutes of {@link ArbitraryBytes}, in the profile {@code nightly}. */
class ArbitraryBytesNightlyFuzz {

    @FuzzTest(maxDuration = "10m")
    void everyTextGetsAVerdict(byte[] bytes) {
        ArbitraryBytes.judge(bytes);
    }
}
