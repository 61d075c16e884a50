package org.safepython.executor;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many programs run at once and so many requests wait. Thread safe. */
final class Admission {
    private final Semaphore places;
    private final Semaphore permits;
    private final int parallelRuns;
    private final Duration patience;

    Admission(int parallelRuns, int queue, Duration patience) {
        this.parallelRuns = parallelRuns;
        this.places = new Semaphore(parallelRuns + queue);
        this.permits = new Semaphore(parallelRuns, true);
        this.patience = patience;
    }

    /** Takes a place to wait in; false where all are taken. */
    boolean enter() {
        return places.tryAcquire();
    }

    /** Gives the place back. */
    void leave() {
        places.release();
    }

    /** Waits in line for the permit to run; false where none came in time. */
    boolean acquire() throws InterruptedException {
        return permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Gives the permit back. */
    void release() {
        permits.release();
    }

    /** Waits until nothing runs; false where something still does. */
    boolean awaitIdle(Duration wait) throws InterruptedException {
        boolean idle = permits.tryAcquire(parallelRuns, wait.toNanos(), TimeUnit.NANOSECONDS);
        if (idle) {
            permits.release(parallelRuns);
        }
        return idle;
    }
}
