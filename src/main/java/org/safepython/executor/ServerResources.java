package org.safepython.executor;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Logger;
import org.safepython.executor.settings.InvalidSettingException;
import org.safepython.executor.settings.Settings;

/**
 * Gives the service what the server and its operator provide. The managed executor's queue has no bound on any server:
 * {@link Admission} keeps it within its threads.
 */
@ManagedExecutorDefinition(name = ServerResources.RUNS, maxAsync = 256)
@ManagedExecutorDefinition(name = ServerResources.ANSWERS, maxAsync = 256)
@ManagedScheduledExecutorDefinition(name = ServerResources.DEADLINES, maxAsync = 8)
@Dependent
class ServerResources {
    private static final Logger LOG = Logger.getLogger(ServerResources.class.getName());
    static final String RUNS = "java:app/concurrent/safepython-runs";
    static final String ANSWERS = "java:app/concurrent/safepython-answers";
    static final String DEADLINES = "java:app/concurrent/safepython-deadlines";

    @Resource(lookup = RUNS)
    private ManagedExecutorService runs;

    @Resource(lookup = ANSWERS)
    private ManagedExecutorService answers;

    @Resource(lookup = DEADLINES)
    private ManagedScheduledExecutorService deadlines;

    @Produces
    @Singleton
    @Runs
    ExecutorService runs() {
        return runs;
    }

    @Produces
    @Singleton
    @Answers
    ExecutorService answers() {
        return answers;
    }

    @Produces
    @Singleton
    @Deadlines
    ScheduledExecutorService deadlines() {
        return deadlines;
    }

    /** The single jar's launcher has checked them before; in another server a wrong one must not look like no answer. */
    @Produces
    @Singleton
    Settings settings() {
        try {
            return Settings.load();
        } catch (InvalidSettingException wrong) {
            LOG.severe(wrong.line());
            return Settings.faulty(wrong);
        }
    }

    @Produces
    @Singleton
    MonotonicClock clock() {
        return System::nanoTime;
    }
}
