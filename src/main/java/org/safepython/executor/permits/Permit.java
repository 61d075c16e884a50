package org.safepython.executor.permits;

import java.util.concurrent.atomic.AtomicBoolean;

/** The right to do one thing. Closing it gives it back, once. Thread safe. */
public final class Permit implements AutoCloseable {
    private final AtomicBoolean held = new AtomicBoolean(true);
    private final Runnable giveBack;

    Permit(Runnable giveBack) {
        this.giveBack = giveBack;
    }

    @Override
    public void close() {
        if (held.getAndSet(false)) {
            giveBack.run();
        }
    }
}
