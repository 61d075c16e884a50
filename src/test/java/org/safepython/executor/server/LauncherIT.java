package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepython.executor.sandbox.docker.Containers;

/** How the single jar starts, why it does not, and what it leaves when it ends in order or is killed. */
class LauncherIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final String SLEEPER = Client.request("import time\ntime.sleep(10)", "timeout_ms", 20_000);
    private static final Map<String, String> SETTINGS =
            Map.of("EXECUTOR_POLICIES", "strict,container", "EXECUTOR_POOL_SIZE", "0");

    private static void assertOneLine(TestServer server, String... parts) {
        assertThat(server.printed().strip().lines()).singleElement().asString().contains(parts);
    }

    @Test
    void testTakenPortEndsTheStartWithOneLine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TestServer server = TestServer.launch(other.getLocalPort(), Map.of());

            assertThat(server.awaitExit(AT_ONCE)).isEqualTo(1);
            assertOneLine(server, Integer.toString(other.getLocalPort()), "EXECUTOR_PORT");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXECUTOR_PORT | 0 | 1 to 65535",
                "EXECUTOR_PORT | 65536 | 1 to 65535",
                "EXECUTOR_PORT | http | 1 to 65535",
                "EXECUTOR_PORT | '' | 1 to 65535",
                "EXECUTOR_PARALLEL_RUNS | 99999999999 | 1 to 64",
                "EXECUTOR_QUEUE | -1 | 0 to 160",
                "EXECUTOR_MEMORY_MIB | 1e3 | MiB",
                "EXECUTOR_TIMEOUT_MS | 30001 | 30000",
                "EXECUTOR_POLICIES | strict,none | container",
                "EXECUTOR_POLICIES | ',' | strict",
                "DOCKER_HOST | http://localhost:2375 | unix:///",
                "EXECUTOR_CONFIG | /nonexistent | file",
                "EXECUTOR_ADDRESS | 0.0.0.0 | loopback",
                "EXECUTOR_ADDRESS | :: | loopback",
                "EXECUTOR_ADDRESS | 192.0.2.1 | loopback",
                "EXECUTOR_ADDRESS | no.such.host.invalid | address"
            })
    void testWrongSettingEndsTheStartWithOneLine(String name, String value, String allowed) {
        TestServer server = TestServer.launch(TestServer.freePort(), Map.of(name, value));

        assertThat(server.awaitExit(AT_ONCE)).as(server.printed()).isEqualTo(2);
        assertOneLine(server, name + "=" + value, allowed);
    }

    @Test
    void testMistakeInThePolicyFileEndsTheStartWithOneLine(@TempDir Path folder) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "presets:\n  p:\n    extends: container\n");
        TestServer server = TestServer.launch(TestServer.freePort(), Map.of("EXECUTOR_POLICY_FILE", policy.toString()));

        assertThat(server.awaitExit(AT_ONCE)).as(server.printed()).isEqualTo(2);
        assertOneLine(server, policy + ":3: extends names no preset that can be extended; it is one of: strict");
    }

    @Test
    void testLineBreakInAWrongSettingMakesNoSecondLine() {
        TestServer server =
                TestServer.launch(TestServer.freePort(), Map.of("EXECUTOR_QUEUE", "1\n2026 INFO all is well"));

        assertThat(server.awaitExit(AT_ONCE)).isEqualTo(2);
        assertOneLine(server, "EXECUTOR_QUEUE");
    }

    @Test
    void testServingIsSaidOnceWithTheAddress() {
        TestServer server = TestServer.shared();

        assertThat(server.printed().lines().filter(line -> line.contains("Serving on")))
                .containsExactly("Serving on http://" + server.authority() + "/");
    }

    private static List<CompletableFuture<HttpResponse<String>>> sleepers(
            Client client, Containers containers, int count) throws InterruptedException {
        List<CompletableFuture<HttpResponse<String>>> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(client.postLater("/run", SLEEPER));
        }
        while (containers.ids().size() < count) {
            Thread.sleep(50);
        }
        // The containers are there; now let the programs begin.
        Thread.sleep(1500);
        return runs;
    }

    @Test
    void testKilledServerLeavesNothingRunningAndTheNextOneRemovesTheRest() throws Exception {
        int port = TestServer.freePort();
        TestServer killed = TestServer.launch(port, SETTINGS);
        killed.awaitLine("Serving on");
        try (Containers containers = killed.containers()) {
            sleepers(new Client(killed), containers, 3);

            killed.process().destroyForcibly();
            killed.awaitExit(AT_ONCE);
            assertThat(containers.awaitNoneRunning()).isEmpty();

            try (TestServer next = TestServer.launch(port, SETTINGS)) {
                next.awaitLine("Serving on");
                assertThat(containers.awaitNone()).isEmpty();
                terminatedServerEndsItsProgramsAndItself(next, containers);
            }
        }
    }

    private static void terminatedServerEndsItsProgramsAndItself(TestServer server, Containers containers)
            throws Exception {
        List<CompletableFuture<HttpResponse<String>>> runs = sleepers(new Client(server), containers, 3);

        server.process().destroy();
        server.awaitExit(LAST_WORDS);
        assertThat(containers.ids()).isEmpty();
        for (CompletableFuture<HttpResponse<String>> run : runs) {
            assertThat(run.handle((response, failure) -> failure == null ? response.body() : "shutting-down")
                            .get())
                    .containsAnyOf("shutting-down", "\"outcome\": \"lost\"");
        }
        assertThat(server.printed()).doesNotContain("Exception");
    }
}
