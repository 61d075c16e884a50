package org.safepython.executor.sandbox.docker;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Runs commands of the machine. */
final class Commands {
    private Commands() {}

    /** Runs a command that must succeed. */
    static void run(String... command) {
        int status = status(command);
        if (status != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + status);
        }
    }

    /** Runs a command and gives its exit status. */
    static int status(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
