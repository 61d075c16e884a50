package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** Whatever the bytes are, a judgement throws nothing, hangs on nothing and needs less than its second. */
final class ArbitraryBytes {

    /** The longest wait for a thread and for a verdict, and as much again for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    static {
        // The fuzzer's instrumentation makes the first judgement slow, and that is nobody's fault.
        new WarmUp().run();
    }

    private ArbitraryBytes() {}

    static void judge(byte[] bytes) {
        long begin = System.nanoTime();
        List<Violation> violations = Judging.violations(SourceCode.of(bytes), Preset.STRICT);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
        assertThat(violations)
                .hasSizeLessThanOrEqualTo(100)
                .noneMatch(violation -> violation.message().contains("takes longer to judge"));
    }
}
