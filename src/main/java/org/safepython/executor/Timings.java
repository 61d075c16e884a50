package org.safepython.executor;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where the time of a request went, milliseconds with one decimal; the four parts add up to {@link #total} exactly.
 * Immutable.
 *
 * @param policy reading and judging
 * @param queue waiting for a place
 * @param acquire getting a container
 * @param run the program's wall time
 */
public record Timings(BigDecimal policy, BigDecimal queue, BigDecimal acquire, BigDecimal run) {
    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

    /**
     * Takes the moments that divide the parts, nanoseconds of one monotonic clock, in order. No part is negative, whatever
     * the clock does.
     */
    static Timings between(long received, long judged, long admitted, long acquired, long ended) {
        long afterPolicy = Math.max(0, judged - received);
        long afterQueue = Math.max(afterPolicy, admitted - received);
        long afterAcquire = Math.max(afterQueue, acquired - received);
        long afterRun = Math.max(afterAcquire, ended - received);
        return new Timings(
                millis(afterPolicy),
                millis(afterQueue).subtract(millis(afterPolicy)),
                millis(afterAcquire).subtract(millis(afterQueue)),
                millis(afterRun).subtract(millis(afterAcquire)));
    }

    /** From the first byte of the request to the end of the run. */
    public BigDecimal total() {
        return policy.add(queue).add(acquire).add(run);
    }

    private static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos).divide(NANOS_PER_MILLI, 1, RoundingMode.HALF_UP);
    }
}
