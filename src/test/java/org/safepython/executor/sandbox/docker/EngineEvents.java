package org.safepython.executor.sandbox.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Notes every container that is created for an instance from now on, as the engine itself reports it. */
public final class EngineEvents implements AutoCloseable {
    private final Path report;
    private final Process docker;

    public EngineEvents(String instance) {
        Instant now = Instant.now();
        try {
            this.report = Files.createTempFile(Path.of(System.getProperty("build.directory")), "creations", ".txt");
            this.docker = new ProcessBuilder(
                            "docker",
                            "events",
                            "--since=" + now.getEpochSecond() + "." + "%09d".formatted(now.getNano()),
                            "--filter=type=container",
                            "--filter=event=create",
                            "--filter=label=org.safepython.executor=" + instance,
                            "--format={{.ID}}")
                    .redirectOutput(report.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("the command docker is needed", failure);
        }
    }

    /** The ids of the containers that were created so far. */
    public List<String> created() {
        try {
            return Files.readAllLines(report);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same, once there are so many. */
    public List<String> awaitCreated(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (created().size() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the engine reports " + created().size() + " containers, not " + count);
            }
            Thread.sleep(20);
        }
        return created();
    }

    @Override
    public void close() throws IOException {
        docker.destroy();
        Files.delete(report);
    }
}
