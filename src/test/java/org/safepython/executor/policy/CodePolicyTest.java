package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Language;

/** The threads behind the door: how many programs at once, for how long, and how it ends. */
class CodePolicyTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String ANN = "ann";
    private static final String BEN = "ben";
    private static final SourceCode EMPTY = SourceCode.of("");
    private static final SourceCode SMALL = SourceCode.of("x = 1");
    private static final SourceCode LARGE = SourceCode.of("x;".repeat(32768));

    private static final SourceCode SLOW = SourceCode.of("import a" + ".a".repeat(32_000));

    private static Verdict judged(List<Violation> violations) {
        return new Verdict.Judged(violations);
    }

    @Test
    void eightThreadsGetTheSameVerdicts() throws Exception {
        List<String> programs = IntStream.range(0, 50)
                .mapToObj(i ->
                        "x = " + i + "\nimport m" + i + "\n" + WarmUp.PROGRAM.repeat(i % 5) + (i % 7 == 0 ? "(" : ""))
                .toList();
        List<List<Violation>> alone = programs.stream().map(Judging::violations).toList();
        Callable<List<List<Violation>>> together =
                () -> programs.stream().map(Judging::violations).toList();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            for (Future<List<List<Violation>>> answer : clients.invokeAll(Collections.nCopies(8, together))) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void aFullQueueIsSaidAtOnceAndIsNoRefusal() throws Exception {
        try (JudgingThreads threads = new JudgingThreads(1, 2, LONG);
                Blocked blocked = new Blocked(threads)) {
            Future<Verdict> begun = blocked.judge(ANN);
            Future<Verdict> waiting = blocked.judge(ANN);
            assertThat(eventually(() -> threads.waiting() == 1)).isTrue();
            assertThat(threads.judge(SMALL, Preset.STRICT, Language.PYTHON3, ANN))
                    .isEqualTo(new Verdict.ShareUsedUp());
            Future<Verdict> anothers = blocked.judge(BEN);
            assertThat(eventually(() -> threads.waiting() == 2)).isTrue();
            assertThat(threads.judge(SMALL, Preset.STRICT, Language.PYTHON3, "a third client"))
                    .isEqualTo(new Verdict.Overloaded());
            blocked.free();
            for (Future<Verdict> verdict : List.of(begun, waiting, anothers)) {
                assertThat(verdict.get()).isEqualTo(judged(List.of()));
            }
        }
    }

    @Test
    void oneClientLeavesAThreadToOthers() throws Exception {
        ExecutorService clients = Executors.newCachedThreadPool();
        try (JudgingThreads threads = new JudgingThreads(2, 8, Duration.ofSeconds(2))) {
            List<Future<Verdict>> flood = IntStream.range(0, 4)
                    .mapToObj(i -> clients.submit(() -> threads.judge(SLOW, Preset.STRICT, Language.PYTHON3, ANN)))
                    .toList();
            assertThat(eventually(() -> threads.waiting() == 3)).isTrue();
            assertThat(threads.judge(SMALL, Preset.STRICT, Language.PYTHON3, BEN))
                    .isEqualTo(judged(List.of()));
            assertThat(flood).noneMatch(Future::isDone);
        } finally {
            clients.shutdownNow();
        }
    }

    /** Holds one of the threads, and asks for more than is free. */
    private static final class Blocked implements AutoCloseable {
        private final CountDownLatch free = new CountDownLatch(1);
        private final ExecutorService clients = Executors.newCachedThreadPool();
        private final JudgingThreads threads;

        Blocked(JudgingThreads threads) {
            this.threads = threads;
            threads.begin(() -> awaitQuietly(free));
        }

        Future<Verdict> judge(String client) {
            return clients.submit(() -> threads.judge(SMALL, Preset.STRICT, Language.PYTHON3, client));
        }

        void free() {
            free.countDown();
        }

        @Override
        public void close() {
            free();
            clients.shutdownNow();
        }
    }

    @Test
    void whoWaitsTooLongForAThreadIsToldSo() {
        try (JudgingThreads threads = new JudgingThreads(1, 1, Duration.ofMillis(50))) {
            CountDownLatch free = new CountDownLatch(1);
            threads.begin(() -> awaitQuietly(free));
            assertThat(threads.judge(SMALL, Preset.STRICT, Language.PYTHON3, ANN))
                    .isEqualTo(new Verdict.Overloaded());
            assertThat(threads.judge(SMALL, Preset.STRICT, Language.PYTHON3, ANN))
                    .isEqualTo(new Verdict.Overloaded());
            free.countDown();
        }
    }

    @Test
    void whatTakesTooLongIsRefusedAndItsThreadComesBack() {
        CodePolicy policy = new CodePolicy(1, 1, Duration.ofMillis(3));
        try {
            Verdict verdict = policy.judge(LARGE, Preset.STRICT, Language.PYTHON3, ANN);
            assertThat(verdict).isInstanceOf(Verdict.Judged.class);
            assertThat(((Verdict.Judged) verdict).violations()).singleElement().satisfies(violation -> {
                assertThat(violation.rule()).isEqualTo("source");
                assertThat(violation.message())
                        .isEqualTo(
                                "the program takes longer to judge than 3 ms and cannot run under the policy strict");
            });
            assertThat(eventually(() -> policy.judge(EMPTY, Preset.CONTAINER, Language.PYTHON3, ANN)
                            .equals(judged(List.of()))))
                    .isTrue();
        } finally {
            policy.close();
        }
    }

    private static boolean eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return condition.getAsBoolean();
    }

    @Test
    void theDeadlineIsSeenWhileParsingAndWhileReading() {
        Deadline passed = Deadline.in(Duration.ZERO);
        assertThat(Judge.judge(LARGE, Preset.STRICT, Language.PYTHON3, passed))
                .extracting(Violation::rule)
                .containsExactly("source");
        assertThat(Judge.judge(SourceCode.of("9".repeat(5000)), Preset.CONTAINER, Language.PYTHON3, passed))
                .extracting(Violation::rule)
                .containsExactly("source");
    }

    @Test
    void anInterruptIsKept() {
        CodePolicy policy = new CodePolicy(1, 1, LONG);
        try {
            Thread.currentThread().interrupt();
            assertThat(policy.judge(SMALL, Preset.STRICT, Language.PYTHON3, ANN))
                    .isEqualTo(judged(List.of()));
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            policy.close();
        }
    }

    @Test
    void theStackIsDeepWhoeverAsks() throws Exception {
        List<Violation> found = new ArrayList<>();
        Thread shallow =
                new Thread(null, () -> found.addAll(Judging.violations("-".repeat(20000) + "x")), "shallow", 1);
        shallow.start();
        shallow.join();
        assertThat(found)
                .extracting(Violation::line, Violation::rule)
                .map(Object::toString)
                .containsExactly("(1, \"nesting\")");
    }

    @Test
    void closingEndsTheThreads() {
        CodePolicy policy = new CodePolicy(3, 3, LONG);
        long before = judgingThreads();
        policy.warm();
        policy.judge(SMALL, Preset.STRICT, Language.PYTHON3, ANN);
        assertThat(judgingThreads()).isGreaterThan(before);
        policy.close();
        assertThat(eventually(() -> judgingThreads() == before)).isTrue();
        assertThat(policy.judge(SMALL, Preset.STRICT, Language.PYTHON3, ANN)).isEqualTo(new Verdict.Overloaded());
        policy.warm();
        policy.close();
        assertThat(judgingThreads()).isEqualTo(before);
    }

    @Test
    void closingLeavesNobodyWaiting() throws Exception {
        JudgingThreads threads = new JudgingThreads(1, 4, LONG);
        CountDownLatch begun = new CountDownLatch(1);
        threads.begin(() -> {
            begun.countDown();
            awaitQuietly(new CountDownLatch(1));
        });
        begun.await();
        ExecutorService clients = Executors.newFixedThreadPool(3);
        try {
            List<Future<Verdict>> waiting = IntStream.range(0, 3)
                    .mapToObj(i -> clients.submit(() -> threads.judge(SMALL, Preset.STRICT, Language.PYTHON3, ANN)))
                    .toList();
            threads.close();
            for (Future<Verdict> verdict : waiting) {
                assertThat(verdict.get(5, TimeUnit.SECONDS)).isEqualTo(new Verdict.Overloaded());
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void noThreadStartsBeforeThereIsWork() {
        long before = judgingThreads();
        CodePolicy policy = new CodePolicy();
        assertThat(judgingThreads()).isEqualTo(before);
        policy.close();
    }

    private static long judgingThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith("code-policy-"))
                .peek(thread -> assertThat(thread.isDaemon()).isTrue())
                .count();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
