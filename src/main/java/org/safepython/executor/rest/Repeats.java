package org.safepython.executor.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safepython.executor.Answer;
import org.safepython.executor.MonotonicClock;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

/**
 * The answers of runs that their clients have given a key: whoever repeats his request gets the answer again, and nothing
 * runs twice. Kept for ten minutes; what is kept is bounded, and nothing is dropped before its time. Thread safe.
 */
@Singleton
class Repeats {
    private static final long KEPT_NANOS = Duration.ofMinutes(10).toNanos();
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_BYTES_OF_ONE_CLIENT = MOST_BYTES / 4;
    /** Counted for each besides its output. */
    private static final long LEAST_BYTES = 4096;

    private static final CompletableFuture<Answer> REFUSED =
            CompletableFuture.completedFuture(new Answer.Refused(List.of()));

    private final MonotonicClock clock;
    private final Map<Name, Kept> kept = new HashMap<>();

    @Inject
    Repeats(MonotonicClock clock) {
        this.clock = clock;
    }

    /** Whose it is, and what the client calls it. */
    private record Name(String client, String key) {}

    /** A run under a key: the most that it may hold until its end, then what it holds. Its time runs from its end on. */
    private static final class Kept {
        private final String content;
        private CompletableFuture<Answer> answer = new CompletableFuture<>();
        private long bytes;
        private long endedAt;

        Kept(String content, long mostBytes) {
            this.content = content;
            this.bytes = LEAST_BYTES + mostBytes;
        }

        boolean isOver() {
            return answer.isDone();
        }

        /** Where nothing ran for want of places, or of our own fault, the same request may well be tried again. */
        boolean isWorthless() {
            return isOver()
                    && answer.handle((given, fault) -> !isWorthKeeping(given)).join();
        }
    }

    private static boolean isWorthKeeping(@Nullable Answer answer) {
        return answer instanceof Answer.Executed || answer instanceof Answer.Refused;
    }

    /**
     * The answer to the same request before, or else to a new one.
     *
     * @param mostBytes how much output the answer may have at the most
     * @throws ProblemException where the other still runs, where another request has the key, or where no more is kept
     */
    CompletableFuture<Answer> once(Repeat repeat, long mostBytes, Supplier<CompletableFuture<Answer>> begin) {
        Name name = new Name(repeat.client(), repeat.key());
        Kept mine = new Kept(repeat.content(), mostBytes);
        return claim(name, mine).orElseGet(() -> begun(name, mine, begin));
    }

    private CompletableFuture<Answer> begun(Name name, Kept mine, Supplier<CompletableFuture<Answer>> begin) {
        try {
            CompletableFuture<Answer> answer = begin.get();
            synchronized (this) {
                mine.answer = answer;
            }
            CompletableFuture<Answer> unused = answer.whenComplete((given, fault) -> settle(name, mine, given));
            return answer;
        } catch (RuntimeException | Error failure) {
            forget(name, mine);
            throw failure;
        }
    }

    private synchronized Optional<CompletableFuture<Answer>> claim(Name name, Kept mine) {
        long now = clock.nanos();
        kept.values().removeIf(each -> each.isWorthless() || (each.endedAt != 0 && now - each.endedAt > KEPT_NANOS));
        Kept other = kept.get(name);
        if (other == null) {
            requireRoom(name.client(), mine.bytes);
            kept.put(name, mine);
            return Optional.empty();
        }
        if (!other.content.equals(mine.content)) {
            throw new ProblemException(Problem.of(
                    ProblemType.IDEMPOTENCY_MISMATCH, "Another request of yours has had this key within ten minutes."));
        }
        if (!other.isOver()) {
            throw new ProblemException(
                    Problem.of(ProblemType.IDEMPOTENCY_CONFLICT, "The request that has had this key first still runs.")
                            .retryAfter(Duration.ofSeconds(1)));
        }
        if (other.answer.join() instanceof Answer.Refused) {
            // Judging is cheap, and a hundred violations are not: who repeats what was refused is refused anew.
            kept.put(name, mine);
            return Optional.empty();
        }
        return Optional.of(other.answer);
    }

    private void requireRoom(String client, long more) {
        long all = 0;
        long own = 0;
        for (Map.Entry<Name, Kept> each : kept.entrySet()) {
            all += each.getValue().bytes;
            own += each.getKey().client().equals(client) ? each.getValue().bytes : 0;
        }
        if (own + more > MOST_BYTES_OF_ONE_CLIENT) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "The answers kept for your keys take all that they may. Nothing was run.")
                    .retryAfter(RETRY_AFTER));
        }
        if (all + more > MOST_BYTES) {
            throw new ProblemException(
                    Problem.of(ProblemType.BUSY, "The answers kept for keys take all that they may. Nothing was run.")
                            .retryAfter(RETRY_AFTER));
        }
    }

    private synchronized void settle(Name name, Kept mine, @Nullable Answer answer) {
        if (!isWorthKeeping(answer)) {
            kept.remove(name, mine);
        } else if (answer instanceof Answer.Executed executed) {
            mine.bytes = LEAST_BYTES
                    + executed.result().stdout().kept()
                    + executed.result().stderr().kept();
        } else {
            mine.answer = REFUSED;
            mine.bytes = LEAST_BYTES;
        }
        mine.endedAt = clock.nanos();
    }

    private synchronized void forget(Name name, Kept mine) {
        kept.remove(name, mine);
    }
}
