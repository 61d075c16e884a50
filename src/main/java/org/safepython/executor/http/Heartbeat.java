package org.safepython.executor.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The time after which something is written to a client who waits, or he is looked for. */
public final class Heartbeat {
    private static final int MILLIS = 500;

    private Heartbeat() {}

    /** How long, in milliseconds, until the next after the last, which was at a moment of the monotonic clock. */
    public static int left(long lastNanos) {
        return (int) Math.max(0, MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastNanos));
    }

    /** Waits for a future, a heartbeat at the most; true where it is done, however it ended. */
    public static boolean awaits(CompletableFuture<?> future) {
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
