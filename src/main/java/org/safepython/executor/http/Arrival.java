package org.safepython.executor.http;

import jakarta.servlet.ServletRequest;

/** When a request came in: written down before its body is read. */
public final class Arrival {
    private static final String NAME = Arrival.class.getName();

    private Arrival() {}

    static void note(ServletRequest request) {
        request.setAttribute(NAME, System.nanoTime());
    }

    /** The moment, nanoseconds of the monotonic clock. */
    public static long of(ServletRequest request) {
        return (Long) request.getAttribute(NAME);
    }
}
