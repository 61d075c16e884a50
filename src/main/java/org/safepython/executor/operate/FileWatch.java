package org.safepython.executor.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.Deadlines;
import org.safepython.executor.access.KeyRing;
import org.safepython.executor.policy.Presets;

/** Has the files of presets and of keys looked at, again and again. */
@Singleton
public class FileWatch {
    private static final Logger LOG = Logger.getLogger(FileWatch.class.getName());
    private static final long ROUND_SECONDS = 2;

    private final Presets presets;
    private final KeyRing keys;
    private final ScheduledExecutorService scheduler;
    private volatile Future<?> rounds = CompletableFuture.completedFuture(null);

    @Inject
    public FileWatch(Presets presets, KeyRing keys, @Deadlines ScheduledExecutorService scheduler) {
        this.presets = presets;
        this.keys = keys;
        this.scheduler = scheduler;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        rounds = scheduler.scheduleWithFixedDelay(this::round, ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        rounds.cancel(false);
    }

    /** A task that throws is never run again: nothing may leave here. */
    private void round() {
        look(keys::look);
        look(presets::look);
    }

    private static void look(Runnable atFile) {
        try {
            atFile.run();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "A look at a file of the operator's failed", fault);
        }
    }
}
