package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.docker.Containers;

/** A server's pool: full before anybody asks, and full again whatever happened. */
class PoolIT {
    private static final int POOL = 6;
    private static final Map<String, String> SETTINGS =
            Map.of("EXECUTOR_POOL_SIZE", Integer.toString(POOL), "EXECUTOR_POLICIES", "strict,container");
    private static final String SLEEPER = Client.request("import time\ntime.sleep(20)", "timeout_ms", 25_000);

    private TestServer server = TestServer.start(SETTINGS);
    private final Containers containers = server.containers();

    @AfterEach
    void stop() {
        server.close();
        assertThat(containers.ids()).isEmpty();
        containers.close();
    }

    @Test
    void testProgramFindsItsContainerReadyAndThePoolIsFilledAgain() throws Exception {
        server.awaitPool();
        List<String> waiting = containers.await(POOL);
        assertThat(waiting).hasSize(POOL);

        HttpResponse<String> response = new Client(server).post("/run", Json.object("code", "print('hello')"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Json.parse(response.body()).at("/timings_ms/acquire").doubleValue())
                .isLessThan(50);
        server.awaitPool();
        assertThat(containers.await(POOL))
                .hasSize(POOL)
                .filteredOn(id -> !waiting.contains(id))
                .hasSize(1);
    }

    @Test
    void testWaitingContainersThatAreKilledServeNobodyAndFailNobody() throws Exception {
        server.awaitPool();
        List<String> waiting = containers.ids();
        waiting.forEach(containers::kill);
        for (int i = 0; i < POOL; i++) {
            HttpResponse<String> response = new Client(server).post("/run", Json.object("code", "print('hello')"));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }

        server.awaitPool();
        assertThat(containers.await(POOL)).hasSize(POOL).doesNotContainAnyElementsOf(waiting);
    }

    @Test
    void testServerThatWasKilledDuringRunsComesBackWithAFullPoolAndNothingElse() throws Exception {
        server.awaitPool();
        List<String> before = containers.ids();
        List<CompletableFuture<HttpResponse<String>>> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(new Client(server).postLater("/run", SLEEPER));
        }
        Thread.sleep(1000);
        server.process().destroyForcibly();
        server.awaitExit(Duration.ofSeconds(20));
        assertThat(containers.awaitNoneRunning()).isEmpty();

        server = TestServer.launch(server.port(), SETTINGS);
        server.awaitLine("Serving on");
        server.awaitPool();

        assertThat(containers.await(POOL)).hasSize(POOL).doesNotContainAnyElementsOf(before);
        assertThat(runs).allMatch(CompletableFuture::isCompletedExceptionally);
    }
}
