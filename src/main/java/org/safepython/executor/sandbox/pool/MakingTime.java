package org.safepython.executor.sandbox.pool;

import java.util.concurrent.TimeUnit;

/** How long it takes of late from one cell that is made to the next. Guarded by its pool. */
final class MakingTime {
    private static final double WEIGHT_OF_THE_LAST = 0.2;

    private double nanos;

    /** Takes note of a cell that was made so many nanoseconds after the last, or after its own beginning. */
    void add(long taken) {
        nanos += (nanos == 0 ? 1 : WEIGHT_OF_THE_LAST) * (taken - nanos);
    }

    /** How many there are in a second; 0 before the first. */
    double perSecond() {
        return nanos == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / nanos;
    }
}
