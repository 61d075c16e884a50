package org.safepython.executor;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Something to be done at a time, unless it is cancelled before. Thread safe. A managed executor keeps what was cancelled
 * until its time has come: so nothing hangs on it any more.
 */
final class Alarm {
    private final AtomicReference<Runnable> task;
    private final Future<?> due;

    private Alarm(AtomicReference<Runnable> task, Future<?> due) {
        this.task = task;
        this.due = due;
    }

    static Alarm in(Duration delay, Runnable task, ScheduledExecutorService deadlines) {
        AtomicReference<Runnable> waiting = new AtomicReference<>(task);
        return new Alarm(waiting, deadlines.schedule(() -> ring(waiting), delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    private static void ring(AtomicReference<Runnable> waiting) {
        Runnable task = waiting.getAndSet(null);
        if (task != null) {
            task.run();
        }
    }

    void cancel() {
        task.set(null);
        due.cancel(false);
    }
}
