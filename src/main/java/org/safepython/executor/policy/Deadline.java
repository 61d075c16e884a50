package org.safepython.executor.policy;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/** The moment, on the monotonic clock, at which a judgement has taken too long. */
final class Deadline {

    private final Duration limit;
    private final long end;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    long nanosLeft() {
        return end - System.nanoTime();
    }

    /**
     * Ends the judgement when it must not go on.
     *
     * @throws Passed when the time is up
     * @throws CancellationException when the thread was told to stop
     */
    void check() {
        if (nanosLeft() <= 0) {
            throw new Passed();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("judging was stopped");
        }
    }

    /** What the user is told. */
    String message() {
        return "the program takes longer to judge than " + limit.toMillis() + " ms and cannot run";
    }

    /** Unwinds the parser; carries nothing. */
    static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Passed() {
            super("deadline passed", null, false, false);
        }
    }
}
