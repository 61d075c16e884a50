package org.safepython.executor;

/** Tells time that only goes forward; for durations, never for dates. */
@FunctionalInterface
public interface MonotonicClock {
    /** Nanoseconds since some fixed moment. */
    long nanos();
}
