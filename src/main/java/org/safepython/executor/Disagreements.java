package org.safepython.executor;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts the programs that were accepted, and that the guest's own compiler then took for no Python: what the policy
 * has read there is not what would have run. Thread safe.
 */
@Singleton
public class Disagreements {
    private static final Logger LOG = Logger.getLogger(Disagreements.class.getName());

    private final LongAdder count = new LongAdder();

    void report(String run) {
        count.increment();
        LOG.log(Level.INFO, "The policy parsed the program of run {0}, the guest''s compiler refused it", run);
    }

    /** How many since the start. */
    public long count() {
        return count.sum();
    }
}
