package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.docker.Containers;

/** A server with one place to run and four to wait, two of them for one client: what others hear, and those who wait. */
class QueueIT {
    private static final long WAIT_MS = 3000;
    private static final long AT_ONCE_MS = 1000;
    private static final String SLEEPER = Client.request("import time\ntime.sleep(6)", "timeout_ms", 12_000);

    private static TestServer server;
    private static Containers containers;

    private final Client client = new Client(server);

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of(
                "EXECUTOR_PARALLEL_RUNS", "1",
                "EXECUTOR_QUEUE", "4",
                "EXECUTOR_QUEUE_WAIT_MS", Long.toString(WAIT_MS),
                "EXECUTOR_POOL_SIZE", "0",
                "EXECUTOR_POLICIES", "strict,container"));
        containers = server.containers();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
        assertThat(containers.awaitNone()).isEmpty();
        containers.close();
    }

    /** A place is free again a moment after its container is gone. */
    @BeforeEach
    void awaitFreePlaces() throws InterruptedException {
        assertThat(containers.awaitNone()).isEmpty();
        Thread.sleep(500);
    }

    private record Timed(HttpResponse<String> response, long millis) {}

    private CompletableFuture<Timed> send(String body) {
        long sent = System.nanoTime();
        return client.postLater("/run", body)
                .thenApply(response -> new Timed(response, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent)));
    }

    private static void assertTurnedAway(HttpResponse<String> response) {
        JsonNode problem = Json.parse(response.body());
        assertThat(response.statusCode()).as(response.body()).isIn(429, 503);
        assertThat(problem.path("type").textValue())
                .isEqualTo(response.statusCode() == 429 ? "/problems/too-many-requests" : "/problems/busy");
        assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void testWhoFindsTheQueueFullHearsItAtOnceAndWhoWaitsTooLongHearsItThen() throws Exception {
        CompletableFuture<Timed> sleeper = send(SLEEPER);
        while (containers.ids().isEmpty()) {
            Thread.sleep(20);
        }
        List<CompletableFuture<Timed>> crowd = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            crowd.add(send(SLEEPER));
        }

        List<Timed> answers = new ArrayList<>();
        for (CompletableFuture<Timed> one : crowd) {
            answers.add(one.get(30, TimeUnit.SECONDS));
        }
        assertThat(answers).allSatisfy(answer -> assertTurnedAway(answer.response()));
        assertThat(answers)
                .filteredOn(answer -> answer.millis() < AT_ONCE_MS)
                .extracting(answer -> answer.response().statusCode())
                .containsExactly(429, 429, 429, 429);
        assertThat(answers)
                .filteredOn(answer -> answer.millis() >= WAIT_MS)
                .extracting(answer -> answer.response().statusCode())
                .containsExactly(503, 503);
        assertThat(sleeper.get().response().statusCode()).isEqualTo(200);
        assertThat(client.run("print('harmless')").path("stdout").textValue()).isEqualTo("harmless\n");
    }

    @Test
    void testWhoWaitsShortEnoughRunsAndTheWaitIsInTheTimings() throws Exception {
        CompletableFuture<Timed> first = send(Client.request("import time\ntime.sleep(0.4)"));
        CompletableFuture<Timed> second = send(Client.request("import time\ntime.sleep(0.2)"));

        double waits = 0;
        for (CompletableFuture<Timed> run : List.of(first, second)) {
            JsonNode result =
                    Json.parse(run.get(30, TimeUnit.SECONDS).response().body());
            assertThat(result.path("outcome").textValue()).isEqualTo("completed");
            waits += result.at("/timings_ms/queue").doubleValue();
        }
        assertThat(waits).isGreaterThan(150);
    }

    @Test
    void testRefusedProgramsAndHealthNeedNoPlace() throws Exception {
        CompletableFuture<Timed> sleeper = send(SLEEPER);
        List<CompletableFuture<Timed>> waiting = List.of(send(SLEEPER), send(SLEEPER));

        for (int i = 0; i < 20; i++) {
            assertThat(client.post("/run", Json.object("code", "import os")).statusCode())
                    .isEqualTo(422);
            assertThat(client.post("/check", Json.object("code", "pass")).statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
        }
        assertThat(sleeper.isDone()).isFalse();
        for (CompletableFuture<Timed> one : waiting) {
            one.get(30, TimeUnit.SECONDS);
        }
        sleeper.get(30, TimeUnit.SECONDS);
    }

    @Test
    void testFloodIsAnsweredWholeAndLeavesTheServerUsable() throws Exception {
        List<CompletableFuture<Timed>> flood = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flood.add(send(Client.request("print(" + i + ")")));
        }
        int served = 0;
        for (CompletableFuture<Timed> one : flood) {
            HttpResponse<String> response = one.get(60, TimeUnit.SECONDS).response();
            if (response.statusCode() == 200) {
                served++;
            } else {
                assertTurnedAway(response);
            }
        }
        assertThat(served).isPositive();
        assertThat(client.run("print('harmless')").path("exit_code").intValue()).isZero();
    }
}
