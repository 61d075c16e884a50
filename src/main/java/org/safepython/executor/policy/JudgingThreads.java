package org.safepython.executor.policy;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.safepython.executor.permits.Application;
import org.safepython.executor.permits.FairPermits;
import org.safepython.executor.permits.Permit;
import org.safepython.executor.settings.Language;

/**
 * A few threads with deep stacks, on which programs are judged. Plain threads, since a container's executor cannot size
 * stacks; they start with the first work and end with {@link #close()}. Thread safe.
 */
final class JudgingThreads implements AutoCloseable {

    /** The parser descends once per level of nesting: 16 MB are deeper than CPython itself compiles. */
    private static final long STACK_BYTES = 16L << 20;

    private static final Duration END = Duration.ofSeconds(2);

    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor threads;
    private final FairPermits permits;
    private final Duration limit;

    /** One client has all threads but one, and half of the places to wait in. */
    JudgingThreads(int threads, int places, Duration limit) {
        this.threads = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), this::thread);
        this.permits = new FairPermits(
                new FairPermits.Shares(threads, Math.max(1, threads - 1), places, Math.max(1, places / 2)));
        this.limit = limit;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "code-policy-" + made.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    Verdict judge(SourceCode code, Preset preset, Language language, String client) {
        Application answer = permits.apply(client);
        if (!(answer instanceof Application.Accepted application)) {
            return answer instanceof Application.ShareUsedUp ? new Verdict.ShareUsedUp() : new Verdict.Overloaded();
        }
        Judgement judgement = new Judgement(code, preset, language, limit);
        Future<?> unused = application.permit().thenAccept(permit -> execute(new Turn(judgement, permit)));
        Verdict verdict = judgement.await();
        application.permit().cancel(false);
        return verdict;
    }

    private void execute(Turn turn) {
        try {
            threads.execute(turn);
        } catch (RejectedExecutionException closed) {
            turn.giveUp();
        }
    }

    /** Programs that wait for a thread. */
    int waiting() {
        return permits.waiting();
    }

    /** Does something on one of the threads, and waits for nothing. */
    void begin(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closed) {
            // Nothing is needed any more.
        }
    }

    /** Ends the threads; who waits for a verdict gets none. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof Turn turn) {
                turn.giveUp();
            }
        }
        try {
            threads.awaitTermination(END.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** A judgement whose client may have a thread. */
    private record Turn(Judgement judgement, Permit permit) implements Runnable {
        @Override
        public void run() {
            try (permit) {
                judgement.run();
            }
        }

        private void giveUp() {
            judgement.withdraw();
            permit.close();
        }
    }
}
