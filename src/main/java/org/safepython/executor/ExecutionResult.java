package org.safepython.executor;

import org.safepython.executor.sandbox.Ending.Usage;
import org.safepython.executor.sandbox.Guest;

/**
 * Everything that is known of a program that was started. Immutable.
 *
 * @param id the run's id, 32 hexadecimal digits
 * @param conclusion what became of it
 * @param stdout what it wrote to standard output, or to both streams where they were merged
 * @param stderr what it wrote to standard error
 * @param usage what it took
 * @param timings where the time went
 * @param guest what ran it
 * @param policy the preset that judged it
 */
public record ExecutionResult(
        String id,
        Conclusion conclusion,
        CapturedOutput stdout,
        CapturedOutput stderr,
        Usage usage,
        Timings timings,
        Guest guest,
        String policy) {}
