package org.safepython.executor.sandbox.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our transport makes of the answers of an engine, good and bad. */
class EngineHttpTest {
    private static final Request PING =
            Request.builder().method(Request.Method.GET).path("/_ping").build();
    private static final int LONGEST_BODY = 16 * 1024 * 1024;

    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final ServerSocket server = listen();
    private final EngineHttp http = new EngineHttp(
            URI.create("tcp://127.0.0.1:" + server.getLocalPort()), Optional.empty(), Duration.ofMillis(500));

    @AfterEach
    void close() throws IOException {
        http.close();
        server.close();
        for (Socket socket : held) {
            socket.close();
        }
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Answers every connection with these bytes and, if told so, holds it open for ever. */
    private void answer(String bytes, boolean hold) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    held.add(socket);
                    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
                    if (!hold) {
                        socket.shutdownOutput();
                    }
                } catch (IOException gone) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private String ping() throws IOException {
        try (Response response = http.execute(PING);
                InputStream body = response.getBody()) {
            return response.getStatusCode() + " " + new String(body.readAllBytes(), ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK",
                "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nOKmore",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nO\r\n1;x=y\r\nK\r\n0\r\n\r\n",
                "HTTP/1.0 200\r\n\r\nOK",
            })
    void testAnswersAreReadWhole(String bytes) throws IOException {
        answer(bytes, false);

        assertThat(ping()).isEqualTo("200 OK");
    }

    @Test
    void testAnswerWithoutBodyNeedsNoEnd() throws IOException {
        answer("HTTP/1.1 204 No Content\r\n\r\n", true);

        assertThat(ping()).isEqualTo("204 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nOK",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nOK",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nOK",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nOK",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nOK",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n",
            })
    void testBrokenAnswersAreFailures(String bytes) {
        answer(bytes, false);

        assertThatThrownBy(this::ping).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void testAnswerBeyondTheBoundIsAFailure() {
        answer("HTTP/1.1 200 OK\r\nContent-Length: " + (LONGEST_BODY + 1) + "\r\n\r\n", true);

        assertThatThrownBy(this::ping).hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nO"})
    void testEngineThatFallsSilentIsLeftAtTheDeadline(String bytes) {
        answer(bytes, true);

        assertThatThrownBy(this::ping).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void testAttachmentThatIsRefusedIsAFailure() {
        answer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", true);

        assertThatThrownBy(() -> http.attach("none")).hasMessage("the engine answered 404");
    }

    @Test
    void testAttachmentIsReadFromItsFirstByte() throws IOException {
        answer("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\n\r\nabc", true);

        try (EngineConnection connection = http.attach("some")) {
            assertThat(connection.in().readNBytes(3)).isEqualTo(new byte[] {'a', 'b', 'c'});
        }
    }

    @Test
    void testNobodyListeningIsAFailure() throws IOException {
        server.close();

        assertThatThrownBy(this::ping).isInstanceOf(UncheckedIOException.class);
    }
}
