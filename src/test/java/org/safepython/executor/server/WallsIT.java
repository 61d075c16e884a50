package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Relay;
import org.safepython.executor.settings.Wall;

/** A server proves its walls before it serves, and again when an operator asks. */
class WallsIT {
    private static final String HELLO = Json.object("code", "print('hello')");
    /** What an engine without a memory controller does with the limit. */
    private static final String MEMORY = "\"Memory\":134217728,";

    private static final String SWAP = "\"MemorySwap\":134217728,";

    private static JsonNode attacked(Client client) {
        HttpResponse<String> answer = client.post("/selftest", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    @Test
    void testSelfTestTellsEachWallWithItsEvidence() {
        JsonNode report = attacked(new Client(TestServer.shared()));

        assertThat(report.path("holds").booleanValue()).isTrue();
        assertThat(report.path("engine").textValue()).contains("engine ");
        assertThat(report.path("walls").findValuesAsText("name"))
                .contains(Arrays.stream(Wall.values()).map(Wall::label).toArray(String[]::new));
        assertThat(report.path("walls")).allSatisfy(wall -> {
            assertThat(wall.path("evidence").textValue()).isNotBlank();
            assertThat(wall.path("holds").booleanValue()).isTrue();
        });
    }

    @Test
    void testSelfTestIsForOperatorsWhoPost() {
        Client client = new Client(TestServer.shared());

        assertThat(client.get("/selftest").statusCode()).isEqualTo(405);
    }

    @Test
    void testReadinessSaysWhatANewerEngineWouldClose() {
        Client client = new Client(TestServer.shared());

        assertThat(Json.parse(client.get("/health/ready").body()).path("advice"))
                .isEqualTo(attacked(client).path("advice"));
    }

    @Test
    void testServerWithoutAWallSaysWhichAndRunsNothing() throws IOException {
        try (Relay relay = new Relay(MEMORY, SWAP);
                TestServer server = TestServer.launch(
                        TestServer.freePort(), Map.of("DOCKER_HOST", relay.host(), "EXECUTOR_POOL_SIZE", "0"))) {
            server.awaitLine("Not ready yet");
            Client client = new Client(server);

            HttpResponse<String> ready = client.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(Json.parse(ready.body()).path("reasons").toString())
                    .contains("the wall memory is missing", "memory controller");
            HttpResponse<String> run = client.post("/run", HELLO);
            assertThat(run.statusCode()).isEqualTo(503);
            assertThat(run.body()).contains("engine-unavailable", "walls are missing: memory");
            assertThat(client.get("/").body()).doesNotContain("Not all walls stand");
            assertThat(attacked(client).path("holds").booleanValue()).isFalse();
            assertThat(server.printed()).doesNotContain("Serving on");
        }
    }

    @Test
    void testOperatorMayAllowAWallToBeMissingAndEverybodyIsTold() throws IOException {
        try (Relay relay = new Relay(MEMORY, SWAP);
                TestServer server = TestServer.start(Map.of(
                        "DOCKER_HOST",
                        relay.host(),
                        "EXECUTOR_POOL_SIZE",
                        "0",
                        "EXECUTOR_ALLOW_MISSING_WALLS",
                        "memory"))) {
            Client client = new Client(server);

            assertThat(client.post("/run", HELLO).statusCode()).isEqualTo(200);
            JsonNode ready = Json.parse(client.get("/health/ready").body());
            assertThat(ready.path("status").textValue()).isEqualTo("ready");
            assertThat(ready.path("notes").toString()).contains("the wall memory is missing", "The operator allows it");
            assertThat(client.get("/").body()).contains("Not all walls stand here.", "memory");
            assertThat(server.printed()).contains("the wall memory is missing");
        }
    }
}
