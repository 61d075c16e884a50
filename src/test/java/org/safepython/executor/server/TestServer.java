package org.safepython.executor.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.safepython.executor.Await;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.InvalidSettingException;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** The product's single jar as a process of its own, on a free port of the loopback address. */
public final class TestServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process process;
    private final Settings settings;
    private final Path log;

    private TestServer(Process process, Settings settings, Path log) {
        this.process = process;
        this.settings = settings;
        this.log = log;
    }

    /**
     * The one server of all tests that need no other settings; it allows the presets strict and container, and has no
     * pool: when no program runs, there is no container.
     */
    public static TestServer shared() {
        return Shared.SERVER;
    }

    /** Starts a server with settings of its own and waits until it serves. */
    public static TestServer start(Map<String, String> settings) {
        TestServer server = launch(freePort(), settings);
        server.awaitLine("Serving on ");
        return server;
    }

    /** Starts a server and waits for nothing. */
    public static TestServer launch(int port, Map<String, String> settings) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("build.directory"), "servers"));
            Path log = Files.createTempFile(folder, "server", ".log");
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx512m",
                            "-Djava.io.tmpdir=" + folder,
                            "-jar",
                            System.getProperty("single.jar")))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().put("EXECUTOR_PORT", Integer.toString(port));
            builder.environment().put("EXECUTOR_REHEARSAL", "0");
            builder.environment().put("EXECUTOR_POOL_SIZE", "2");
            builder.environment().putAll(settings);
            return new TestServer(builder.start(), settings(builder.environment()), log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the server makes of its environment; the defaults where it makes nothing of it. */
    private static Settings settings(Map<String, String> environment) {
        try {
            return Settings.load(environment, name -> null);
        } catch (InvalidSettingException refused) {
            return Settings.load(Map.of(), name -> null);
        }
    }

    /** A port that nothing listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of a path here, for {@code /run} for example. */
    public URI uri(String path) {
        return URI.create("http://" + authority() + path);
    }

    /** Host and port, as in a Host header. */
    public String authority() {
        return "127.0.0.1:" + port();
    }

    /** The port it listens on. */
    public int port() {
        return settings.port();
    }

    /** A look at its containers, from beside it. The caller closes it. */
    public Containers containers() {
        return new Containers(settings);
    }

    /** The label of its containers. */
    public String instance() {
        return settings.engine().instance();
    }

    /** The process. */
    public Process process() {
        return process;
    }

    /** All that it has printed so far. */
    public String printed() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits until it has printed something. */
    public void awaitLine(String part) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!printed().contains(part)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("The server did not print \"" + part + "\" but:\n" + printed());
            }
            Await.pause();
        }
    }

    /** Waits until its pool is full, and so at rest. */
    public void awaitPool() {
        Client client = new Client(this);
        String full = "executor_pool_warm{language=\"python3\"} "
                + (double) settings.pool().size(Language.PYTHON3);
        Await.until(START, () -> client.get("/metrics").body().contains(full), this::printed);
    }

    /** Waits for its end and tells the exit status. */
    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The server did not end but printed:\n" + printed());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ends it as an operator would, and waits. */
    @Override
    public void close() {
        process.destroy();
        awaitExit(STOP);
    }

    private static final class Shared {
        static final TestServer SERVER =
                TestServer.start(Map.of("EXECUTOR_POLICIES", "strict,standard,container", "EXECUTOR_POOL_SIZE", "0"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
