package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server that no launcher of ours has started, as a process on a free port of the loopback address. */
final class BareServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String LISTENER =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = TestServer.freePort();
    private final Path log;
    private final Process process;

    /** Starts it with further options, and waits for nothing. */
    BareServer(Path folder, List<String> options, Map<String, String> environment) throws IOException {
        this.log = folder.resolve("log");
        Path commands = Files.writeString(folder.resolve("preboot"), LISTENER + "=127.0.0.1\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "-jar",
                System.getProperty("payara.microJar"),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--prebootcommandfile",
                commands.toString()));
        command.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        this.process = builder.start();
    }

    Process process() {
        return process;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Before the archive is there, nobody answers, or the server does for itself. */
    HttpResponse<String> awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> answer = get("/health/ready");
                if (answer.body().startsWith("{\"status\": ")) {
                    return answer;
                }
            } catch (IOException notYet) {
                assertThat(notYet).isInstanceOf(ConnectException.class);
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no answer");
    }

    /** Waits until it has printed a text. */
    void awaitPrinted(String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!log().contains(text)) {
            assertThat(System.nanoTime()).as(text).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
