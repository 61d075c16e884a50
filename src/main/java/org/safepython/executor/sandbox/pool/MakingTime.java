package org.safepython.executor.sandbox.pool;

import java.util.concurrent.TimeUnit;

/** How long it takes of late to make a cell. Guarded by its pool. */
final class MakingTime {
    private static final double WEIGHT_OF_THE_LAST = 0.2;

    private double nanos;

    /** Takes note of a cell that was made, nanoseconds. */
    void add(long taken) {
        nanos += (nanos == 0 ? 1 : WEIGHT_OF_THE_LAST) * (taken - nanos);
    }

    /** How many so many makers make in a second; 0 before the first. */
    double perSecond(int makers) {
        return nanos == 0 ? 0 : makers * TimeUnit.SECONDS.toNanos(1) / nanos;
    }
}
