package org.safepython.executor;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.safepython.executor.settings.InvalidSettingException;
import org.safepython.executor.settings.Settings;

/**
 * Gives the service what the server and its operator provide. The server's own executor watches the time. The one that runs
 * programs is ours, on the server's threads: Payara never ends the executors that an application defines, and their threads
 * hold its classes for ever.
 */
@Dependent
class ServerResources {
    private static final Logger LOG = Logger.getLogger(ServerResources.class.getName());

    /** More than {@link Admission} lets in, with the most that can be set. */
    private static final int MOST = 256;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService deadlines;

    @Produces
    @Singleton
    @Runs
    ExecutorService runs() {
        return new ThreadPoolExecutor(0, MOST, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), threads);
    }

    @Produces
    @Singleton
    @Deadlines
    ScheduledExecutorService deadlines() {
        return deadlines;
    }

    /** What runs may end: a container is perhaps being removed. */
    void endRuns(@Disposes @Runs ExecutorService runs) {
        runs.shutdown();
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
