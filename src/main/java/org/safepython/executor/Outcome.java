package org.safepython.executor;

import java.util.Locale;

/** What became of a program that was started. README.md has the evidence for each. */
public enum Outcome {
    /** The main process ended by itself or by a signal. */
    COMPLETED,
    /** Our own clock, outside the container, ran out. */
    TIMED_OUT,
    /** The kernel killed the main process for memory. */
    MEMORY_EXCEEDED,
    /** More was written to both streams together than is allowed. */
    OUTPUT_EXCEEDED,
    /** Whoever asked for the run has left or ended it. */
    CANCELLED,
    /** It was started and its end cannot be known. */
    LOST;

    /** As in the API: {@code timed_out}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
