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
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

class RepeatsTest {
    private static final int MOST_OF_ONE_CLIENT = 8192;

    private long now = 5;
    private final AtomicInteger begun = new AtomicInteger();
    private final Repeats repeats = new Repeats(() -> now);

    private Answer once(String client, String key, String content, Answer answer) {
        return begin(client, key, content, () -> CompletableFuture.completedFuture(answer))
                .join();
    }

    private CompletableFuture<Answer> begin(
            String client, String key, String content, Supplier<CompletableFuture<Answer>> begin) {
        return repeats.once(new Repeat(client, key, content), () -> {
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
        Answer first = refused();

        assertThat(once("a", "k", "x", first)).isSameAs(first);
        assertThat(once("a", "k", "x", refused())).isSameAs(first);
        assertThat(begun).hasValue(1);
    }

    @Test
    void testEachClientHasKeysOfItsOwn() {
        once("a", "k", "x", refused());
        once("b", "k", "y", refused());

        assertThat(begun).hasValue(2);
    }

    @Test
    void testOtherRequestUnderTheSameKeyIsRefused() {
        once("a", "k", "x", refused());

        assertProblem(ProblemType.IDEMPOTENCY_MISMATCH, () -> once("a", "k", "y", refused()));
        assertThat(begun).hasValue(1);
    }

    @Test
    void testWhileTheFirstRunsTheSecondIsAConflict() {
        CompletableFuture<Answer> running = running();

        assertProblem(ProblemType.IDEMPOTENCY_CONFLICT, () -> once("a", "k", "x", refused()));
        assertProblem(ProblemType.IDEMPOTENCY_MISMATCH, () -> once("a", "k", "y", refused()));
        running.complete(refused());
        once("a", "k", "x", refused());
        assertThat(begun).hasValue(1);
    }

    /** Whoever waits for the first answer may be woken before anything is written down. */
    @Test
    void testAnswerIsThereAtTheMomentItIsGiven() {
        CompletableFuture<Answer> running = running();
        AtomicInteger again = new AtomicInteger();
        CompletableFuture<Void> unused = running.thenAccept(answer -> {
            once("a", "k", "x", refused());
            again.incrementAndGet();
        });
        running.complete(refused());

        assertThat(again).hasValue(1);
        assertThat(begun).hasValue(1);
    }

    @Test
    void testTenMinutesAfterTheEndTheKeyIsFree() {
        CompletableFuture<Answer> running = running();
        now += Duration.ofMinutes(11).toNanos();
        assertProblem(ProblemType.IDEMPOTENCY_CONFLICT, () -> once("a", "k", "x", refused()));
        running.complete(refused());

        now += Duration.ofMinutes(10).toNanos();
        once("a", "k", "x", refused());
        assertThat(begun).hasValue(1);
        now += 1;
        once("a", "k", "y", refused());
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
        for (int i = 0; i < MOST_OF_ONE_CLIENT; i++) {
            once("a", "k" + i, "x", refused());
        }
        assertProblem(ProblemType.TOO_MANY_REQUESTS, () -> once("a", "more", "x", refused()));
        once("a", "k0", "x", refused());
        for (int i = 0; i < MOST_OF_ONE_CLIENT; i++) {
            once("b" + i % 2, "k" + i, "x", refused());
        }
        assertProblem(ProblemType.BUSY, () -> once("c", "k", "x", refused()));
        assertThat(begun).hasValue(2 * MOST_OF_ONE_CLIENT);

        now += Duration.ofMinutes(11).toNanos();
        once("c", "k", "x", refused());
        assertThat(begun).hasValue(2 * MOST_OF_ONE_CLIENT + 1);
    }
}
