package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.safepython.executor.Await;
import org.safepython.executor.MachinePace;
import org.safepython.executor.TestSettings;
import org.safepython.executor.sandbox.docker.Containers;

/** One server whose engine is not there, comes, goes and comes again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EngineDownIT {
    private static final Duration RECOVERY = MachinePace.stretched(Duration.ofSeconds(20));
    private static final String HELLO = Json.object("code", "print('hello')");

    @TempDir
    private static Path folder;

    private static Path socket;
    private static TestServer server;
    private static Client client;

    @BeforeAll
    static void startWithoutAnEngine() {
        socket = folder.resolve("engine.sock");
        server = TestServer.launch(
                TestServer.freePort(), Map.of("DOCKER_HOST", "unix://" + socket, "EXECUTOR_POOL_SIZE", "0"));
        client = new Client(server);
        server.awaitLine("Not ready yet");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
        try (Containers containers = new Containers(TestSettings.with("EXECUTOR_INSTANCE", server.instance()))) {
            assertThat(containers.awaitNone()).isEmpty();
        }
    }

    private static void bringTheEngine() throws IOException {
        String engine = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
        Files.createSymbolicLink(socket, Path.of(engine.replace("unix://", "")));
    }

    private static void await(BooleanSupplier condition) {
        Await.until(RECOVERY, condition, server::printed);
    }

    private static boolean isReady() {
        return client.get("/health/ready").statusCode() == 200;
    }

    private static void assertUnavailable() {
        HttpResponse<String> ready = client.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(Json.parse(ready.body()).path("status").textValue()).isEqualTo("not ready");
        assertThat(Json.parse(ready.body()).path("reasons")).isNotEmpty();
        Problems.assertNothingOfOurs(ready.body().replace("the engine", ""));
        assertThat(client.get("/health/live").statusCode()).isEqualTo(200);

        HttpResponse<String> run = client.post("/run", HELLO);
        JsonNode problem = Json.parse(run.body());
        assertThat(run.statusCode()).isEqualTo(503);
        assertThat(problem.path("type").textValue()).isEqualTo("/problems/engine-unavailable");
        assertThat(run.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(run.body()).doesNotContain("engine.sock", "Exception", folder.toString());
        assertThat(client.post("/run?raw=1", HELLO).statusCode()).isEqualTo(503);
    }

    @Test
    @Order(1)
    void testWithoutAnEngineItStartsSaysWhyItIsNotReadyAndRunsNothing() {
        assertUnavailable();
        assertThat(server.printed()).contains("Not ready yet").doesNotContain("Serving on");
    }

    @Test
    @Order(2)
    void testWithoutAnEngineItJudgesAllTheSame() {
        HttpResponse<String> refused = client.post("/run", Json.object("code", "import os"));
        HttpResponse<String> forbidden = client.post("/run", Client.request("import os"));
        HttpResponse<String> checked = client.post("/check", HELLO);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(Json.parse(forbidden.body()).path("type").textValue()).isEqualTo("/problems/policy-not-allowed");
        assertThat(checked.body()).isEqualTo("{\"accepted\": true, \"violations\": []}");
    }

    @Test
    @Order(3)
    void testWhenTheEngineComesItServes() throws Exception {
        bringTheEngine();

        await(EngineDownIT::isReady);
        assertThat(Json.parse(client.post("/run", HELLO).body()).path("stdout").textValue())
                .isEqualTo("hello\n");
        server.awaitLine("Serving on http://" + server.authority() + "/");
    }

    @Test
    @Order(4)
    void testWhenTheEngineGoesItSaysSoAndWhenItComesBackItServes() throws Exception {
        Files.delete(socket);
        assertUnavailable();

        bringTheEngine();
        await(EngineDownIT::isReady);
        assertThat(client.post("/run", HELLO).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void testTimeLimitHoldsWhereTheEngineGoesDuringARun() throws Exception {
        String loop = "print('before')\nwhile True: pass";
        var running = client.postLater("/run", Json.object("code", loop, "timeout_ms", 3000));
        try (Containers containers = server.containers()) {
            await(() -> !containers.ids().isEmpty());
        }
        Thread.sleep(1000);
        Files.delete(socket);

        JsonNode result = Json.parse(running.get().body());
        assertThat(result.path("outcome").textValue()).isEqualTo("timed_out");
        assertThat(result.path("stdout").textValue()).isEqualTo("before\n");
        bringTheEngine();
    }
}
