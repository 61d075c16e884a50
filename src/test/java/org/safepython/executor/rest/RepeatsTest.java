package org.safepython.executor.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Answer;
import org.safepython.executor.Results;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

class RepeatsTest {
    private static final long RAW = 8 << 20;

    private long now = 5;
    private final AtomicInteger begun = new AtomicInteger();
    private final Repeats repeats = new Repeats(() -> now);

    private Answer once(String client, String key, String content, Answer answer) {
        return begin(client, key, content, () -> CompletableFuture.completedFuture(answer))
                .join();
    }

    private CompletableFuture<Answer> begin(
            String client, String key, String content, Supplier<CompletableFuture<Answer>> begin) {
        return repeats.once(new Repeat(client, key, content), 0, () -> {
            begun.incrementAndGet();
            return begin.get();
        });
    }

    private CompletableFuture<Answer> running() {
        CompletableFuture<Answer> running = new CompletableFuture<>();
        CompletableFuture<Answer> unused = begin("a", "k", "x", () -> running);
        return running;
    }

    private static Answer refused() {
        return new Answer.Refused(List.of());
    }

    private void assertProblem(ProblemType type, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.problem().type()).isEqualTo(type));
    }

    @Test
    void testSameRequestGetsTheSameAnswer() {
        Answer first = Results.executed(10);

        assertThat(once("a", "k", "x", first)).isSameAs(first);
        assertThat(once("a", "k", "x", Results.executed(10))).isSameAs(first);
        assertThat(begun).hasValue(1);
    }

    @Test
    void testRefusedRequestIsRefusedAnewAndItsKeyStaysItsOwn() {
        once("a", "k", "x", refused());
        once("a", "k", "x", refused());

        assertThat(begun).hasValue(2);
        assertProblem(ProblemType.IDEMPOTENCY_MISMATCH, () -> once("a", "k", "y", refused()));
    }

    @Test
    void testEachClientHasKeysOfItsOwn() {
        once("a", "k", "x", Results.executed(10));
        once("b", "k", "y", Results.executed(10));

        assertThat(begun).hasValue(2);
    }

    @Test
    void testOtherRequestUnderTheSameKeyIsRefused() {
        once("a", "k", "x", Results.executed(10));

        assertProblem(ProblemType.IDEMPOTENCY_MISMATCH, () -> once("a", "k", "y", Results.executed(10)));
        assertThat(begun).hasValue(1);
    }

    @Test
    void testWhileTheFirstRunsTheSecondIsAConflict() {
        CompletableFuture<Answer> running = running();

        assertProblem(ProblemType.IDEMPOTENCY_CONFLICT, () -> once("a", "k", "x", Results.executed(10)));
        assertProblem(ProblemType.IDEMPOTENCY_MISMATCH, () -> once("a", "k", "y", Results.executed(10)));
        running.complete(Results.executed(10));
        once("a", "k", "x", Results.executed(10));
        assertThat(begun).hasValue(1);
    }

    /** Whoever waits for the first answer may be woken before anything is written down. */
    @Test
    void testAnswerIsThereAtTheMomentItIsGiven() {
        CompletableFuture<Answer> running = running();
        AtomicInteger again = new AtomicInteger();
        CompletableFuture<Void> unused = running.thenAccept(answer -> {
            once("a", "k", "x", Results.executed(10));
            again.incrementAndGet();
        });
        running.complete(Results.executed(10));

        assertThat(again).hasValue(1);
        assertThat(begun).hasValue(1);
    }

    @Test
    void testTenMinutesAfterTheEndTheKeyIsFree() {
        CompletableFuture<Answer> running = running();
        now += Duration.ofMinutes(11).toNanos();
        assertProblem(ProblemType.IDEMPOTENCY_CONFLICT, () -> once("a", "k", "x", Results.executed(10)));
        running.complete(Results.executed(10));

        now += Duration.ofMinutes(10).toNanos();
        once("a", "k", "x", Results.executed(10));
        assertThat(begun).hasValue(1);
        now += 1;
        once("a", "k", "y", Results.executed(10));
        assertThat(begun).hasValue(2);
    }

    @Test
    void testWhatDidNotRunMayBeTriedAgain() {
        Duration soon = Duration.ofSeconds(1);
        List<Answer> passing = List.of(
                new Answer.Busy(soon),
                new Answer.ShareUsedUp(soon),
                new Answer.Unavailable("why", soon),
                new Answer.Preparing(soon),
                new Answer.ShuttingDown());
        passing.forEach(answer -> once("a", "k", "x", answer));
        running().completeExceptionally(new IllegalStateException());
        assertThatThrownBy(() -> begin("a", "k", "x", () -> {
                    throw new IllegalStateException("not begun");
                }))
                .hasMessage("not begun");
        once("a", "k", "y", refused());

        assertThat(begun).hasValue(passing.size() + 3);
    }

    @Test
    void testOneClientCannotTakeAllThatIsKept() {
        int most = 0;
        while (most < 100_000 && isKept("a", "k" + most, 10)) {
            most++;
        }
        assertThat(most).isBetween(1000, 100_000 - 1);
        assertProblem(ProblemType.TOO_MANY_REQUESTS, () -> once("a", "more", "x", Results.executed(10)));
        once("a", "k0", "x", Results.executed(10));

        assertThat(isKept("b", "k", 10)).isTrue();
        now += Duration.ofMinutes(11).toNanos();
        assertThat(isKept("a", "more", 10)).isTrue();
    }

    /** What runs is counted at its most, what has ended by what it holds. */
    @Test
    void testWhatIsKeptIsCounted() {
        CompletableFuture<Answer> first = new CompletableFuture<>();
        CompletableFuture<Answer> second = repeats.once(new Repeat("a", "1", "x"), RAW, () -> first);
        assertProblem(ProblemType.TOO_MANY_REQUESTS, () -> beginRaw("a", "2"));
        first.complete(Results.executed(10));
        assertThat(second).isCompleted();
        assertThat(isKept("a", "3", (int) RAW)).isTrue();
        assertProblem(ProblemType.TOO_MANY_REQUESTS, () -> beginRaw("a", "4"));

        for (int i = 0; i < 6; i++) {
            assertThat(isKept("b" + i, "k", (int) RAW)).isTrue();
        }
        assertProblem(ProblemType.BUSY, () -> beginRaw("c", "k"));
    }

    private void beginRaw(String client, String key) {
        CompletableFuture<Answer> unused = repeats.once(new Repeat(client, key, "x"), RAW, CompletableFuture::new);
    }

    private boolean isKept(String client, String key, int bytes) {
        try {
            return repeats.once(
                            new Repeat(client, key, "x"),
                            bytes,
                            () -> CompletableFuture.completedFuture(Results.executed(bytes)))
                    .isDone();
        } catch (ProblemException full) {
            return false;
        }
    }
}
