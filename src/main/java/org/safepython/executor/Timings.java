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

    /** Takes the moments that divide the parts, nanoseconds of one monotonic clock, in order. */
    static Timings between(long received, long judged, long admitted, long acquired, long ended) {
        BigDecimal afterPolicy = millis(judged - received);
        BigDecimal afterQueue = millis(admitted - received);
        BigDecimal afterAcquire = millis(acquired - received);
        return new Timings(
                afterPolicy,
                afterQueue.subtract(afterPolicy),
                afterAcquire.subtract(afterQueue),
                millis(ended - received).subtract(afterAcquire));
    }

    /** From the first byte of the request to the end of the run. */
    public BigDecimal total() {
        return policy.add(queue).add(acquire).add(run);
    }

    private static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(nanos).divide(NANOS_PER_MILLI, 1, RoundingMode.HALF_UP);
    }
}
