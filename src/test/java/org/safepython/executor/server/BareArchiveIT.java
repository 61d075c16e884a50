package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a server that no launcher of ours has started, with a setting that cannot be used. */
class BareArchiveIT {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String LISTENER =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = TestServer.freePort();

    @Test
    void testWithABrokenPolicyFileItSaysWhyAndRunsNothing(@TempDir Path folder) throws Exception {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "presets: {strict: {}}\n");
        Process server = start(folder, policy);
        try {
            HttpResponse<String> ready = awaitAnswer();
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body())
                    .startsWith("{\"status\": \"not ready\", \"reasons\": [\"policy.yaml:1: \\\"strict\\\" cannot name")
                    .doesNotContain(folder.toString());
            assertThat(get("/health/live").statusCode()).isEqualTo(200);
            assertThat(get("/").statusCode()).isEqualTo(503);
            HttpResponse<String> run = send(request("/run")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"code\": \"print(1)\"}")));
            assertThat(run.statusCode()).isEqualTo(503);
            assertThat(run.headers().firstValue("Retry-After")).isPresent();
            assertThat(run.body()).contains("/problems/engine-unavailable").contains("not set up");
            assertThat(Files.readString(folder.resolve("log")))
                    .contains(policy + ":1: \"strict\" cannot name a preset");
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private Process start(Path folder, Path policy) throws IOException {
        Path commands = Files.writeString(folder.resolve("preboot"), LISTENER + "=127.0.0.1\n");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-jar",
                        System.getProperty("payara.microJar"),
                        "--nohazelcast",
                        "--disablephonehome",
                        "--port",
                        Integer.toString(port),
                        "--prebootcommandfile",
                        commands.toString(),
                        "--deploy",
                        System.getProperty("war.file"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("EXECUTOR_POLICY_FILE", policy.toString());
        return builder.start();
    }

    /** Before the archive is there, nobody answers, or the server does for itself. */
    private HttpResponse<String> awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                HttpResponse<String> answer = get("/health/ready");
                if (answer.body().startsWith("{\"status\": ")) {
                    return answer;
                }
            } catch (IOException notYet) {
                assertThat(notYet).isInstanceOf(java.net.ConnectException.class);
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no answer");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
