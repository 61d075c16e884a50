package org.safepython.executor.access;

import java.time.Duration;

/**
 * How a client stands after a request. Immutable.
 *
 * @param policy what the limit is for: a key or an address
 * @param perMinute the limit, requests a minute
 * @param remaining requests that it may send at once now
 * @param untilFull when it may send as many as ever
 * @param retryAfter zero where the request is within the limit, else when the next one would be
 */
public record Rate(String policy, long perMinute, long remaining, Duration untilFull, Duration retryAfter) {
    /** Whether the request is one too many. */
    public boolean isExceeded() {
        return !retryAfter.isZero();
    }
}
