package org.safepython.executor.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Notes every container that a server has the engine create, as the engine itself reports it. Nothing can be missed: the
 * report begins at the moment when this object is made, and ends with a run of our own that must be in it.
 */
final class Creations implements AutoCloseable {
    private static final long QUIET_MS = 500;

    private final TestServer server;
    private final Path report;
    private final Process docker;

    Creations(TestServer server) {
        this.server = server;
        Instant now = Instant.now();
        try {
            this.report = Files.createTempFile(Path.of(System.getProperty("build.directory")), "creations", ".txt");
            this.docker = new ProcessBuilder(
                            "docker",
                            "events",
                            "--since=" + now.getEpochSecond() + "." + "%09d".formatted(now.getNano()),
                            "--filter=type=container",
                            "--filter=event=create",
                            "--filter=label=org.safepython.executor=" + server.instance(),
                            "--format={{.ID}}")
                    .redirectOutput(report.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("the command docker is needed", failure);
        }
    }

    /** Runs one harmless program, tells how many containers there were besides the one of it, and closes this. */
    int othersThanOneMore() throws IOException, InterruptedException {
        try (this) {
            new Client(server).run("print('one more')");
            return awaitOne() - 1;
        }
    }

    private int awaitOne() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (ids().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the engine reports no container, not even that of the harmless program");
            }
            Thread.sleep(20);
        }
        Thread.sleep(QUIET_MS);
        return ids().size();
    }

    private List<String> ids() {
        try {
            return Files.readAllLines(report);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        docker.destroy();
        Files.delete(report);
    }
}
