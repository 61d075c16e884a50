package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A client that sends the most expensive programs, one after the other, does not delay another's. */
class JudgingFairnessTest {

    private static final int THREADS = 2;
    private static final int SMALL_PROGRAMS = 40;
    private static final SourceCode SMALL = SourceCode.of("x = [i * 2 for i in range(10)]\n".repeat(33));

    @Test
    void testOneHostileClientDoesNotDelayAnother() throws Exception {
        CodePolicy policy = new CodePolicy(THREADS, 64, Duration.ofSeconds(1));
        ExecutorService hostile = Executors.newSingleThreadExecutor();
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        try {
            policy.judge(SMALL, Preset.STRICT);
            hostile.execute(() -> {
                begun.countDown();
                while (!over.get()) {
                    HostileTest.bombs()
                            .takeWhile(bomb -> !over.get())
                            .forEach(bomb -> policy.judge(SourceCode.of((String) bomb.get()[1]), Preset.STRICT));
                }
            });
            begun.await();
            List<Duration> waits = new ArrayList<>();
            for (int i = 0; i < SMALL_PROGRAMS; i++) {
                long begin = System.nanoTime();
                assertThat(policy.judge(SMALL, Preset.STRICT)).isEqualTo(new Verdict.Judged(List.of()));
                waits.add(Duration.ofNanos(System.nanoTime() - begin));
            }
            waits.sort(null);
            assertThat(waits.get(SMALL_PROGRAMS / 2)).isLessThan(Duration.ofMillis(100));
        } finally {
            over.set(true);
            hostile.shutdown();
            policy.close();
        }
    }
}
