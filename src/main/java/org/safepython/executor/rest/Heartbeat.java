package org.safepython.executor.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The time after which something is written to a client who waits, or he is looked for. */
final class Heartbeat {
    static final int MILLIS = 500;

    private Heartbeat() {}

    /** Waits for a future, a heartbeat at the most; true where it is done, however it ended. */
    static boolean awaits(CompletableFuture<?> future) {
        try {
            future.handle((value, fault) -> true).get(MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException | ExecutionException ending) {
            throw new IllegalStateException(ending);
        }
    }
}
