package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.docker.Containers;

/** Two servers on one engine: what happens to the one is nothing to the other's containers and programs. */
class TwoServersIT {
    private static final int POOL = 2;
    private static final Map<String, String> SETTINGS = Map.of("EXECUTOR_POOL_SIZE", Integer.toString(POOL));

    @Test
    void testNeitherTouchesTheOthersContainers() throws Exception {
        try (TestServer steady = TestServer.start(SETTINGS);
                Containers containers = steady.containers()) {
            steady.awaitPool();
            List<String> before = containers.ids();
            assertThat(before).hasSize(POOL);

            int port = killedServer();
            TestServer again = TestServer.launch(port, SETTINGS);
            try (again) {
                again.awaitLine("Serving on ");
                again.awaitPool();
                Harmless.assertRunsAtOnce(new Wire(again));
                assertThat(containers.ids()).containsExactlyInAnyOrderElementsOf(before);
            }
            assertThat(containers.ids()).containsExactlyInAnyOrderElementsOf(before);
            assertProgramsEndAsTheyWill(steady, CompletableFuture.runAsync(() -> startAndEndAnother(port)));
        }
    }

    private static void startAndEndAnother(int port) {
        try (TestServer other = TestServer.launch(port, SETTINGS)) {
            other.awaitLine("Serving on ");
        }
    }

    private static void assertProgramsEndAsTheyWill(TestServer server, CompletableFuture<Void> meanwhile) {
        Client client = new Client(server);
        do {
            String answer = client.post("/run", Json.object("code", "for i in range(10**6):\n    pass"))
                    .body();
            assertThat(Json.parse(answer).path("outcome").textValue())
                    .as(answer)
                    .isEqualTo("completed");
        } while (!meanwhile.isDone());
        meanwhile.join();
    }

    /** One that had no chance to clean up; its port. */
    private static int killedServer() throws InterruptedException {
        TestServer server = TestServer.start(SETTINGS);
        server.awaitPool();
        server.process().destroyForcibly().waitFor();
        return server.port();
    }
}
