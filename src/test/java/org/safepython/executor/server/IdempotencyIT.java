package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Await;

/** The same request twice under one key: it runs once. */
class IdempotencyIT {
    private static final String RANDOM = Client.request("import random\nprint(random.random())");

    private final TestServer server = TestServer.shared();
    private final Wire wire = new Wire(server);
    private final String key = "Idempotency-Key: " + UUID.randomUUID();

    private Wire.Reply run(String query, String body, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.add("Content-Type: application/json");
        return wire.request("POST /run" + query + " HTTP/1.1", body, headers.toArray(String[]::new));
    }

    private static String type(Wire.Reply reply) {
        return Json.parse(reply.body()).path("type").textValue();
    }

    @Test
    void testSameKeyAndRequestGivesTheSameResult() {
        Wire.Reply first = run("", RANDOM, key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(run("", RANDOM, key).body()).isEqualTo(first.body());
        assertThat(run("", RANDOM).body()).isNotEqualTo(first.body());
    }

    @Test
    void testRawAnswerIsTheSameWithItsHeaders() {
        Wire.Reply first = run("?raw=1", RANDOM, key);
        Wire.Reply second = run("?raw=1", RANDOM, key);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("X-Run-Id")).isEqualTo(first.header("X-Run-Id"));
    }

    @Test
    void testOtherRequestOrFormUnderTheSameKeyIsRefused() {
        run("", RANDOM, key);

        assertThat(run("", RANDOM + " ", key).status()).isEqualTo(422);
        assertThat(type(run("?raw=1", RANDOM, key))).isEqualTo("/problems/idempotency-mismatch");
        assertThat(wire.from("127.0.0.2")
                        .request("POST /run HTTP/1.1", RANDOM + " ", "Content-Type: application/json", key)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void testRefusedProgramIsRefusedAgain() {
        String refused = Json.object("code", "import os");

        assertThat(run("", refused, key).body()).isEqualTo(run("", refused, key).body());
        assertThat(type(run("", RANDOM, key))).isEqualTo("/problems/idempotency-mismatch");
    }

    @Test
    void testStreamsAreNotKept() throws IOException {
        Wire.Reply first = run("", RANDOM, key, "Accept: text/event-stream");
        Wire.Reply second = run("", RANDOM, key, "Accept: text/event-stream");

        assertThat(first.body()).contains("event: result");
        assertThat(second.body()).contains("event: result").isNotEqualTo(first.body());
        assertThat(run("", RANDOM, key).status()).isEqualTo(200);
    }

    /** Whoever loses his connection comes back for the answer. */
    @Test
    void testClientWhoLeavesFindsTheAnswerLater() throws IOException {
        String slow =
                Client.request("import random, time\ntime.sleep(6)\nprint(random.random())", "timeout_ms", 20_000);
        byte[] body = slow.getBytes(StandardCharsets.UTF_8);
        String head = "POST /run HTTP/1.1\r\nHost: " + server.authority() + "\r\nContent-Type: application/json\r\n"
                + key + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        awaitRunning(0);
        Socket leaving = wire.begin(head + slow);
        // Asked before it has begun, the same request would begin here.
        awaitRunning(1);
        assertThat(run("", slow, key).status()).isEqualTo(409);
        leaving.close();
        assertThat(type(run("", slow, key))).isEqualTo("/problems/idempotency-conflict");

        Await.until(Duration.ofSeconds(30), () -> run("", slow, key).status() == 200);
        JsonNode result = Json.parse(run("", slow, key).body());
        assertThat(result.path("outcome").textValue()).isEqualTo("completed");
        assertThat(run("", slow, key).body()).isEqualTo(run("", slow, key).body());
    }

    private void awaitRunning(int programs) {
        String line = "executor_runs_running " + (double) programs;
        Await.until(
                Duration.ofSeconds(20),
                () -> wire.request("GET /metrics HTTP/1.1", "").body().contains(line));
    }

    @Test
    void testKeyThatCannotBeReadIsRefused() {
        assertThat(run("", RANDOM, "Idempotency-Key: ").status()).isEqualTo(400);
        assertThat(run("", RANDOM, "Idempotency-Key: a b").status()).isEqualTo(400);
        assertThat(run("", RANDOM, "Idempotency-Key: " + "x".repeat(201)).status())
                .isEqualTo(400);
        assertThat(run("", RANDOM, key, "Idempotency-Key: other").status()).isEqualTo(400);
    }
}
