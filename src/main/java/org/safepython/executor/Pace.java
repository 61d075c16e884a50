package org.safepython.executor;

import java.time.Duration;

/** How long runs keep their permits of late, and so how long a queue takes. Thread safe. */
final class Pace {
    private static final double WEIGHT_OF_THE_LAST = 0.2;
    private static final Duration UNKNOWN = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final int permits;
    private double nanos = UNKNOWN.toNanos();

    Pace(int permits) {
        this.permits = permits;
    }

    /** Takes note of how long a run kept its permit. */
    synchronized void add(long kept) {
        nanos += WEIGHT_OF_THE_LAST * (Math.max(0, kept) - nanos);
    }

    /** When so many that wait will have had their turn, a minute at the most. */
    synchronized Duration until(int waiting) {
        return atMost(Duration.ofNanos((long) (nanos * (waiting + 1) / permits)));
    }

    /** What clients are told to wait: a minute at the most. */
    static Duration atMost(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
