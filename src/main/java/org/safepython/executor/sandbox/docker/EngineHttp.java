package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Speaks HTTP/1.1 to the engine: calls that are answered whole within a deadline, and attachments that stay open in both
 * directions. Thread safe. docs/decisions/0003-engine-transport.md says why it is ours.
 */
final class EngineHttp implements DockerHttpClient {
    /** {"label": ["org.safepython.none"]} */
    private static final String NO_EVENT = "%7B%22label%22%3A%5B%22org.safepython.none%22%5D%7D";

    private final URI engine;
    private final Optional<SSLContext> tls;
    private final Duration deadline;
    private final ScheduledExecutorService watchdog;

    EngineHttp(URI engine, Optional<SSLContext> tls, Duration deadline) {
        this.engine = engine;
        this.tls = tls;
        this.deadline = deadline;
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "engine-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        this.watchdog = executor;
    }

    @Override
    public Response execute(Request request) {
        return execute(request, deadline);
    }

    /** The same with a deadline of its own. */
    Response execute(Request request, Duration limit) {
        try (EngineConnection connection = unconnected()) {
            byte[] body = body(request);
            return within(limit, connection, () -> {
                connection.write(head(request, body.length));
                connection.write(body);
                return EngineAnswer.read(connection.in());
            });
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    private EngineConnection unconnected() throws IOException {
        return tls.isPresent() ? new TlsConnection(engine, tls.get()) : PlainConnection.unconnected(engine);
    }

    /** Attaches to all streams of a container. The connection belongs to the caller. */
    EngineConnection attach(String container) throws IOException {
        return open("POST /containers/" + container + "/attach?stream=1&stdin=1&stdout=1&stderr=1 HTTP/1.1\r\n"
                + "Host: engine\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n");
    }

    /** A connection that the engine keeps open as long as it lives, and says nothing on. It belongs to the caller. */
    EngineConnection silence() throws IOException {
        return open("GET /events?filters=" + NO_EVENT + " HTTP/1.1\r\nHost: engine\r\n\r\n");
    }

    /** Asks for an answer that does not end. */
    private EngineConnection open(String request) throws IOException {
        EngineConnection connection = unconnected();
        try {
            int status = within(deadline, connection, () -> {
                connection.write(request);
                return EngineAnswer.readHead(connection.in()).status();
            });
            if (status != 101 && status != 200) {
                throw new IOException("the engine answered " + status);
            }
            return connection;
        } catch (IOException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Connects and has a talk, which ends with the connection where it takes too long. */
    private <T> T within(Duration limit, EngineConnection connection, Talk<T> talk) throws IOException {
        ScheduledFuture<?> expiry = expire(connection, limit);
        try {
            connection.connect();
            return talk.hold();
        } finally {
            expiry.cancel(false);
        }
    }

    /** What is asked on a connection, and answered. */
    @FunctionalInterface
    private interface Talk<T> {
        T hold() throws IOException;
    }

    @Override
    public void close() {
        // What is under way keeps its deadline.
        watchdog.shutdown();
    }

    /** Closes a connection after the deadline, unless the task is cancelled before. */
    ScheduledFuture<?> expire(EngineConnection connection) {
        return expire(connection, deadline);
    }

    private ScheduledFuture<?> expire(EngineConnection connection, Duration limit) {
        return watchdog.schedule(
                () -> {
                    connection.close();
                    return true;
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static byte[] body(Request request) throws IOException {
        byte[] bytes = request.bodyBytes();
        if (bytes != null) {
            return bytes;
        }
        try (InputStream body = request.body()) {
            return body == null ? new byte[0] : body.readAllBytes();
        }
    }

    private static String head(Request request, int length) {
        StringBuilder head = new StringBuilder(request.method() + " " + request.path() + " HTTP/1.1\r\n");
        head.append("Host: engine\r\nConnection: close\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString();
    }
}
