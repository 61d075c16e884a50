package org.safepython.executor;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens by itself. */
public final class Await {
    private static final long PAUSE_MS = 50;

    private Await() {}

    /** Waits so long until the condition holds; fails where it does not. */
    public static void until(Duration longest, BooleanSupplier condition) {
        until(longest, condition, () -> "");
    }

    /** The same, with more to say where it fails. */
    public static void until(Duration longest, BooleanSupplier condition, Supplier<String> circumstances) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not happen within " + longest + ". " + circumstances.get());
            }
            pause();
        }
    }

    /** Waits a moment. */
    public static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
