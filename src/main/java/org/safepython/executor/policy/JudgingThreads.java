package org.safepython.executor.policy;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final Duration limit;

    JudgingThreads(int threads, int queue, Duration limit) {
        this.threads = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.NANOSECONDS, new ArrayBlockingQueue<>(queue), this::thread);
        this.limit = limit;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "code-policy-" + made.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    Verdict judge(SourceCode code, Preset preset, Language language) {
        Judgement judgement = new Judgement(code, preset, language, limit);
        try {
            threads.execute(judgement);
        } catch (RejectedExecutionException full) {
            return new Verdict.Overloaded();
        }
        Verdict verdict = judgement.await();
        if (verdict instanceof Verdict.Overloaded) {
            threads.remove(judgement);
        }
        return verdict;
    }

    /** Does something on one of the threads if there is room, and waits for nothing. */
    void begin(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException full) {
            // There is work enough.
        }
    }

    /** Ends the threads; who waits for a verdict gets none. */
    @Override
    public void close() {
        for (Runnable waiting : threads.shutdownNow()) {
            if (waiting instanceof Judgement judgement) {
                judgement.withdraw();
            }
        }
        try {
            threads.awaitTermination(END.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
