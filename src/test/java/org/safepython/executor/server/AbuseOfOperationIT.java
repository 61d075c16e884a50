package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.Await;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.server.Wire.Reply;

/** What an operator trusts a server with its defaults to do: where it listens, what it logs, counts and allows. */
class AbuseOfOperationIT {
    private static final String JSON = "Content-Type: application/json";
    private static final String NAME = "python.example.org";
    private static final String ESCAPES = "\u001b]0;owned\u0007\u001b[31m\u202e";

    private static TestServer server;

    private Wire wire = new Wire(server);

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("EXECUTOR_HOSTS", NAME));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void harmlessProgramRuns() {
        Harmless.assertRunsAtOnce(wire);
    }

    private Reply run(Object... fields) {
        return wire.request("POST /run HTTP/1.1", Json.object(fields), JSON);
    }

    /** Number 3. */
    @Test
    void testNobodyElsesMachineReachesIt() throws IOException {
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : card.inetAddresses().toList()) {
                assertThat(isReachable(address)).as(address.toString()).isEqualTo(isOurs(address));
            }
        }
        TestServer open = TestServer.launch(TestServer.freePort(), Map.of("EXECUTOR_ADDRESS", "0.0.0.0"));
        assertThat(open.awaitExit(Duration.ofSeconds(20))).isEqualTo(2);
    }

    private static boolean isOurs(InetAddress address) {
        return address.getHostAddress().equals("127.0.0.1");
    }

    private static boolean isReachable(InetAddress address) {
        try (Socket socket = new Socket(address, server.port())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Numbers 1 and 2 where a proxy in front speaks TLS for a name that the operator has set; there a key is needed. */
    @ParameterizedTest
    @CsvSource({
        "python.example.org, https://python.example.org, 401",
        "python.example.org, http://python.example.org, 401",
        "python.example.org, https://evil.test, 403",
        "python.example.org, https://python.example.org.evil.test, 403",
        "python.example.org, ftp://python.example.org, 403",
        "python.example.org, python.example.org, 403",
        "127.0.0.1:PORT, https://127.0.0.1:PORT, 403",
        "sub.python.example.org, https://sub.python.example.org, 421"
    })
    void testOwnNameBehindAProxyIsOurs(String host, String origin, int status) {
        String port = Integer.toString(server.port());
        Reply reply = wire.bare(
                "POST /check HTTP/1.1",
                "{\"code\":\"\"}",
                "Host: " + host.replace("PORT", port),
                "Origin: " + origin.replace("PORT", port),
                "Content-Length: 11",
                JSON);

        assertThat(reply.status()).isEqualTo(status);
    }

    /** Numbers 7 and 22: neither what is sent nor what is written gets into the log. */
    @Test
    void testNothingOfAClientIsLogged() {
        String before = server.printed();
        String line = "\n2026-01-01T00:00:00.000+0000 SEVERE org.safepython.executor all is lost\n";
        run("code", "# " + line + "\nprint(" + Json.object("x", line + ESCAPES) + ")");
        run("code", "import " + "os\n" + line);
        run("code", "raise ValueError('" + ESCAPES + "')");
        run("code", 5, line, ESCAPES);
        run("code", "pass", "policy", line);
        wire.request("POST /run?" + "%0a%1b[31m=1 HTTP/1.1", "{}", JSON);
        wire.request("GET /%0aSEVERE%1b[31m HTTP/1.1", "", "X-A: " + "\u001b[31m");

        int lines = 3;
        Await.until(
                Duration.ofSeconds(5),
                () -> server.printed().substring(before.length()).lines().count() >= lines);
        String after = server.printed().substring(before.length());
        assertThat(after.lines())
                .hasSize(lines)
                .allSatisfy(
                        logged -> assertThat(Json.parse(logged).path("message").textValue())
                                .matches("Run [0-9a-f]{32}: (completed|refused)"));
        assertThat(after).doesNotContain("all is lost", "2026-01-01T00", "import", "ValueError", "\u001b", "u001b");
    }

    /** Number 17. */
    @Test
    void testProgramsOfAKilledServerAreGoneAndNeverRunAgain() throws Exception {
        int port = server.port();
        try (Containers containers = server.containers()) {
            Events stream = new Events(
                    wire, server.authority(), Json.object("code", "while True:\n    pass", "timeout_ms", 30_000));
            assertThat(stream.next()).isPresent();
            List<String> before = containers.ids();

            server.process().destroyForcibly().waitFor();
            assertThat(stream.all()).extracting(Events.Event::name).doesNotContain("result");
            server = TestServer.launch(port, Map.of("EXECUTOR_HOSTS", NAME));
            server.awaitLine("Serving on ");
            wire = new Wire(server);

            server.awaitPool();
            assertThat(containers.ids()).doesNotContainAnyElementsOf(before);
        }
    }

    /** Number 21; an engine that is gone is in a test with a server of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /nowhere",
                "PUT /run",
                "POST /run?raw=%zz",
                "POST /run?raw=1&raw=2",
                "GET /WEB-INF/web.xml",
                "GET /error-page",
                "GET /api/run",
                "GET /problems/x"
            })
    void testErrorsShowNothingOfOurs(String line) {
        Reply reply = wire.request(line + " HTTP/1.1", "", JSON);

        assertThat(reply.status()).isBetween(400, 499);
        Problems.assertNothingOfOurs(reply.body());
        assertThat(reply.header("Server")).isEmpty();
        assertThat(reply.header("X-Powered-By")).isEmpty();
    }

    /** Number 23. */
    @Test
    void testMetricsDoNotGrowWithWhatIsAsked() {
        String before = wire.request("GET /metrics HTTP/1.1", "").body();
        Client client = new Client(server);
        for (int i = 0; i < 10_000; i++) {
            client.get("/unknown/" + i);
        }
        String after = wire.request("GET /metrics HTTP/1.1", "").body();

        assertThat(after.lines().count()).isEqualTo(before.lines().count());
        assertThat(after).doesNotContain("unknown");
        assertThat(wire.request("GET /health/live HTTP/1.1", "").body()).isEqualTo("{\"status\": \"live\"}");
    }

    /** Number 26. */
    @Test
    void testNobodySwitchesThePolicyOff() {
        Problems.assertProblem(run("code", "import os", "policy", "container"), 403, "policy-not-allowed");
        for (String policy : List.of("none", "off", "", "CONTAINER", "container ")) {
            Problems.assertProblem(run("code", "import os", "policy", policy), 422, "invalid-field");
        }
        Problems.assertProblem(
                wire.request(
                        "POST /run?policy=container HTTP/1.1",
                        "import os",
                        "Content-Type: text/x-python",
                        "X-Policy: container"),
                403,
                "policy-not-allowed");
    }
}
