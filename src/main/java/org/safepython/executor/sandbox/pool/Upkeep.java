package org.safepython.executor.sandbox.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A few threads that do what is to be done next, until nothing will ever be. Plain threads, since they wait all their life;
 * they start with the first work. Thread safe.
 */
final class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
    private static final Duration END = Duration.ofSeconds(8);

    private final int most;
    private final Agenda agenda;
    private final List<Thread> threads = new ArrayList<>();

    Upkeep(int threads, Agenda agenda) {
        this.most = threads;
        this.agenda = agenda;
    }

    /** Tells what to do next, once there is something; empty at the end. */
    @FunctionalInterface
    interface Agenda {
        Optional<Runnable> next() throws InterruptedException;
    }

    synchronized void begin() {
        while (threads.size() < most) {
            Thread thread = new Thread(this::work, "cell-pool-" + (threads.size() + 1));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void work() {
        try {
            for (Optional<Runnable> task = agenda.next(); task.isPresent(); task = agenda.next()) {
                perform(task.get());
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, the thread goes on: without it nobody would get a cell any more. */
    private static void perform(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error fault) {
            LOG.log(Level.SEVERE, "Upkeep of the pool failed", fault);
        }
    }

    /** Waits until there is nothing more to do, for some seconds. */
    void awaitEnd() {
        long end = System.nanoTime() + END.toNanos();
        try {
            for (Thread thread : begun()) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Thread> begun() {
        return List.copyOf(threads);
    }
}
