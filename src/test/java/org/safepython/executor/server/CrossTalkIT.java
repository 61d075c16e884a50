package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Shell;

/** Many clients at once, whose bodies come in pieces over connections that stay open: each gets its own answers. */
class CrossTalkIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 100;

    @Test
    void testEveryClientGetsItsOwnAnswers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int name = client;
                clients.add(threads.submit(() -> {
                    askAndCompare(name);
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Clients that change to HTTP/2, as Java's does where it is not told otherwise. */
    @Test
    void testEveryStreamOfAConnectionGetsItsOwnAnswer() {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            HttpRequest request = HttpRequest.newBuilder(SERVER.uri("/check"))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(20))
                    .POST(BodyPublishers.ofString(Json.object("code", "import name" + i) + " ".repeat(i * 100)))
                    .build();
            answers.add(http.sendAsync(request, BodyHandlers.ofString()));
        }
        int ofHttp2 = 0;
        for (int i = 0; i < REQUESTS; i++) {
            HttpResponse<String> answer = answers.get(i).join();
            ofHttp2 += answer.version() == HttpClient.Version.HTTP_2 ? 1 : 0;
            if (answer.statusCode() != 429) {
                assertThat(answer.body()).contains("\\\"name" + i + "\\\"");
            }
        }
        assertThat(ofHttp2).isPositive();
    }

    @Test
    void testHttp2IsGuardedAsWell() {
        String curl = "curl -s -o /dev/null -w '%{http_version} %{http_code}' --http2-prior-knowledge "
                + "-H 'Content-Type: application/json' -d '{\"code\":\"\"}' " + SERVER.uri("/check");
        Path folder = Path.of(".");

        assertThat(Shell.output(folder, curl)).isEqualTo("2 200");
        assertThat(Shell.output(folder, curl + " -H 'Host: evil.test'")).isEqualTo("2 421");
        assertThat(Shell.output(folder, curl + " -H 'Origin: http://evil.test'"))
                .isEqualTo("2 403");
    }

    /** A foreign name is in every program, and the answer says it. */
    private static void askAndCompare(int client) throws IOException, InterruptedException {
        Random random = new Random(client);
        try (Socket socket = new Wire(SERVER).begin("")) {
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            for (int i = 0; i < REQUESTS; i++) {
                String name = "client" + client + "request" + i;
                send(socket.getOutputStream(), Json.object("code", "import " + name), random);
                assertThat(answer(socket.getInputStream()))
                        .startsWith("HTTP/1.1 200")
                        .contains("\\\"" + name + "\\\"");
            }
        }
    }

    private static void send(OutputStream out, String json, Random random) throws IOException, InterruptedException {
        byte[] body = (json + " ".repeat(random.nextInt(50_000))).getBytes(StandardCharsets.UTF_8);
        boolean chunked = random.nextBoolean();
        String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length;
        write(
                out,
                "POST /check HTTP/1.1\r\nHost: " + SERVER.authority() + "\r\nContent-Type: application/json\r\n"
                        + length + "\r\n\r\n");
        for (int at = 0; at < body.length; ) {
            int size = Math.min(body.length - at, 1 + random.nextInt(20_000));
            if (chunked) {
                write(out, Integer.toHexString(size) + "\r\n");
            }
            out.write(body, at, size);
            if (chunked) {
                write(out, "\r\n");
            }
            at += size;
            Thread.sleep(random.nextInt(2));
        }
        if (chunked) {
            write(out, "0\r\n\r\n");
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as(head.toString()).isNotNegative();
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElseThrow();
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
