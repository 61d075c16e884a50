package org.safepython.executor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Runs command lines as a person would type them. */
public final class Shell {
    private Shell() {}

    /** Its standard output; its standard error goes to the log of the tests. Fails where it does. */
    public static String output(Path folder, String commandLine) {
        try {
            Process process = new ProcessBuilder("bash", "-c", commandLine)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(commandLine + " ended with exit status " + process.exitValue());
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Whether it succeeds; what it says is not heard. */
    public static boolean succeeds(Path folder, String commandLine) {
        return output(folder, "if " + commandLine + " >/dev/null 2>&1; then echo yes; fi")
                .equals("yes\n");
    }
}
