package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.Await;
import org.safepython.executor.server.Wire.Reply;
import org.safepython.executor.settings.Key;

/** A server that all machines reach: who may do what, how often, and what nobody ever learns. */
class KeysIT {
    private static final List<String> SCOPES = List.of("run", "check", "read", "operate");
    private static final String NAME = "python.example.org";
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM_TYPE = "Content-Type: application/x-www-form-urlencoded";
    private static final String FORM = "program=program&code=print(1)&run=Run&jakarta.faces.ViewState=stateless";
    private static final String HELLO = "{\"code\":\"print(1)\"}";
    private static final String FROM_A_PROXY = "X-Forwarded-For: 203.0.113.9";
    private static final Duration REVOKED = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static final Map<String, String> SECRETS = new LinkedHashMap<>();
    private static KeyFolder keys;
    private static TestServer server;

    private final Wire wire = new Wire(server);
    private final Client client = new Client(server);

    @BeforeAll
    static void start() throws Exception {
        keys = new KeyFolder(folder);
        for (String scope : SCOPES) {
            SECRETS.put(scope, keys.make("only-" + scope, scope));
        }
        SECRETS.put("all", keys.make("all", "run,check,read,operate"));
        SECRETS.put("few", keys.make("few", "check", "per-minute=3"));
        SECRETS.put("fewer", keys.make("fewer", "check", "per-minute=2"));
        SECRETS.put("one", keys.make("one", "run", "runs=1"));
        server = TestServer.start(Map.of(
                "EXECUTOR_ADDRESS", "0.0.0.0",
                "EXECUTOR_HOSTS", NAME,
                "EXECUTOR_KEYS", keys.file().toString(),
                "EXECUTOR_POLICIES", "strict,container",
                "EXECUTOR_PARALLEL_RUNS", "4"));
    }

    /** Whatever was tried: no secret, nor what it is kept as, got into log or metrics. */
    @AfterAll
    static void nothingWasToldAndStop() throws IOException {
        try (TestServer ending = server) {
            assertNothingWasTold(ending);
        }
    }

    private static void assertNothingWasTold(TestServer server) throws IOException {
        String metrics = new Wire(server)
                .request("GET /metrics HTTP/1.1", "", "Authorization: Bearer " + SECRETS.get("read"))
                .body();
        assertThat(metrics).contains("executor_runs");
        String kept = Files.readString(keys.file());
        List<String> digests = SECRETS.values().stream().map(Key::digest).toList();
        assertThat(kept).contains(digests.get(0));
        for (String text : List.of(metrics, server.printed())) {
            assertThat(text)
                    .doesNotContain("spe_")
                    .doesNotContain(SECRETS.values())
                    .doesNotContain(digests);
        }
        assertThat(kept).doesNotContain("spe_").doesNotContain(SECRETS.values());
    }

    private static String bearer(String key) {
        return "Authorization: Bearer " + SECRETS.get(key);
    }

    /** A request that somebody else than the machine itself has to make. */
    private enum Call {
        RUN("POST /run", HELLO, JSON, "run", 200),
        END("DELETE /run/" + "0123456789abcdef".repeat(2), "", "X-A: b", "run", 404),
        PAGE("POST /", FORM, FORM_TYPE, "run", 200),
        CHECK("POST /check", HELLO, JSON, "check", 200),
        POLICY("GET /policy", "", "X-A: b", "read", 200),
        METRICS("GET /metrics", "", "X-A: b", "read", 200),
        SELF_TEST("POST /selftest", "", "X-A: b", "operate", 200);

        private final String line;
        private final String body;
        private final String header;
        private final String scope;
        private final int allowed;

        Call(String line, String body, String header, String scope, int allowed) {
            this.line = line + " HTTP/1.1";
            this.body = body;
            this.header = header;
            this.scope = scope;
            this.allowed = allowed;
        }
    }

    static Stream<Arguments> callsAndScopes() {
        return Stream.of(Call.values()).flatMap(call -> SCOPES.stream().map(scope -> Arguments.of(call, scope)));
    }

    @ParameterizedTest
    @MethodSource("callsAndScopes")
    void testKeyIsGoodForItsScopesAlone(Call call, String scope) {
        Reply reply = wire.request(call.line, call.body, call.header, FROM_A_PROXY, bearer(scope));
        Reply local = wire.request(call.line, call.body, call.header, bearer(scope));

        if (scope.equals(call.scope)) {
            assertThat(reply.status()).as(reply.toString()).isEqualTo(call.allowed);
            assertThat(local.status()).isEqualTo(call.allowed);
        } else {
            Problems.assertProblem(reply, 403, "forbidden");
            Problems.assertProblem(local, 403, "forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=203.0.113.9",
                "Via: 1.1 proxy",
                "X-Forwarded-For: 127.0.0.1",
                "x-forwarded-proto: https",
                "X-FORWARDED-ANYTHING:",
                "Host: " + NAME,
                "Authorization: Bearer spe_0000000000000000000000000000000000000000000",
                "Authorization: Bearer",
                "Authorization: Basic YTpi",
                "Authorization:"
            })
    void testWhatLooksLikeAStrangerNeedsAKey(String header) {
        for (Call call : Call.values()) {
            List<String> lines = new ArrayList<>(List.of(call.header, header, "Content-Length: " + call.body.length()));
            if (!header.startsWith("Host")) {
                lines.add("Host: " + server.authority());
            }
            Reply reply = wire.bare(call.line, call.body, lines.toArray(String[]::new));

            if (call == Call.PAGE) {
                assertThat(reply.status()).isEqualTo(303);
                assertThat(reply.header("Location")).containsExactly("/sign-in");
            } else {
                Problems.assertProblem(reply, 401, "unauthorized");
                assertThat(reply.header("WWW-Authenticate")).containsExactly("Bearer");
            }
        }
    }

    @Test
    void testTheMachineItselfNeedsNone() {
        for (Call call : Call.values()) {
            assertThat(wire.request(call.line, call.body, call.header).status()).isEqualTo(call.allowed);
        }
        Harmless.assertRunsAtOnce(wire);
    }

    @Test
    void testEverybodySeesWhetherItIsReadyAndReadersWhy() {
        Reply stranger = wire.request("GET /health/ready HTTP/1.1", "", FROM_A_PROXY);
        Reply reader = wire.request("GET /health/ready HTTP/1.1", "", FROM_A_PROXY, bearer("read"));

        assertThat(stranger.body()).isEqualTo("{\"status\": \"ready\"}");
        assertThat(Json.names(Json.parse(reader.body()))).containsExactly("status", "reasons", "notes", "advice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health/live",
                "/openapi",
                "/problems/unauthorized",
                "/policy.schema.json",
                "/try",
                "/sign-in"
            })
    void testWhatTellsNothingIsForEverybody(String path) {
        assertThat(wire.request("GET " + path + " HTTP/1.1", "", FROM_A_PROXY).status())
                .isEqualTo(200);
    }

    /** A body for a key is short; so are those of strangers who want to fill all room for bodies. */
    @Test
    void testStrangersCannotSendMuch() {
        Problems.assertProblem(
                wire.request("POST /sign-in HTTP/1.1", "key=" + "k".repeat(9_000), FORM_TYPE, FROM_A_PROXY),
                413,
                "too-large");
    }

    /** What is for everybody is not on the account of a key. */
    @Test
    void testKeyThatHasUsedUpItsRateStillSeesThePage() {
        for (int i = 0; i < 4; i++) {
            wire.request("POST /check HTTP/1.1", HELLO, JSON, bearer("fewer"));
        }
        assertThat(wire.request("POST /check HTTP/1.1", HELLO, JSON, bearer("fewer"))
                        .status())
                .isEqualTo(429);
        assertThat(wire.request("GET / HTTP/1.1", "", bearer("fewer")).status()).isEqualTo(200);
    }

    @Test
    void testTwoClientsMayHaveTheSameIdempotencyKey() {
        String same = "Idempotency-Key: the-same";
        String first = wire.request("POST /run HTTP/1.1", HELLO, JSON, same, bearer("run"))
                .body();
        String again = wire.request("POST /run HTTP/1.1", HELLO, JSON, same, bearer("run"))
                .body();
        String other = wire.request("POST /run HTTP/1.1", HELLO, JSON, same, bearer("all"))
                .body();

        assertThat(again).isEqualTo(first);
        assertThat(Json.parse(other).path("id")).isNotEqualTo(Json.parse(first).path("id"));
    }

    @Test
    void testTwoKeysAreNone() {
        Problems.assertProblem(
                wire.request("POST /run HTTP/1.1", HELLO, JSON, bearer("run"), bearer("run")), 401, "unauthorized");
        Problems.assertProblem(
                wire.request("POST /run HTTP/1.1", HELLO, JSON, bearer("run") + " " + SECRETS.get("run")),
                401,
                "unauthorized");
    }

    @Test
    void testKeyEndsWhenItsLineGoesAndANewOneIsGoodAtOnce() throws Exception {
        String check = "POST /check HTTP/1.1";
        SECRETS.put("lent", keys.make("lent", "check"));
        Await.until(
                REVOKED, () -> wire.request(check, HELLO, JSON, bearer("lent")).status() == 200);

        keys.revoke("lent");

        Await.until(
                REVOKED, () -> wire.request(check, HELLO, JSON, bearer("lent")).status() == 401);
        assertThat(wire.request(check, HELLO, JSON, bearer("check")).status()).isEqualTo(200);
    }

    @Test
    void testRateIsTheKeysOwnAndToldEveryTime() {
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            replies.add(wire.request("POST /check HTTP/1.1", HELLO, JSON, bearer("few")));
        }

        assertThat(replies).extracting(Reply::status).containsExactly(200, 200, 200, 429, 429);
        assertThat(replies)
                .allSatisfy(
                        reply -> assertThat(reply.header("RateLimit-Policy")).containsExactly("\"key\";q=3;w=60"));
        assertThat(replies.get(0).header("RateLimit"))
                .singleElement()
                .asString()
                .matches("\"key\";r=2;t=\\d+");
        Reply refused = replies.get(4);
        Problems.assertProblem(refused, 429, "too-many-requests");
        assertThat(refused.header("RateLimit")).singleElement().asString().matches("\"key\";r=0;t=\\d+");
        assertThat(refused.header("Retry-After"))
                .singleElement()
                .satisfies(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 20));
        assertThat(wire.request("POST /check HTTP/1.1", HELLO, JSON, bearer("check"))
                        .status())
                .isEqualTo(200);
    }

    /** The second key is served while the first has filled all that one may have. */
    @Test
    void testTwoHundredSleepersOfOneKeyLeaveASecondItsPlace() throws Exception {
        String sleep = Client.request("import time\ntime.sleep(2)");
        List<CompletableFuture<HttpResponse<String>>> sleepers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sleepers.add(runLater("all", sleep));
        }
        Await.until(Duration.ofSeconds(30), () -> sleepers.stream().anyMatch(CompletableFuture::isDone));

        for (int i = 0; i < 5; i++) {
            Reply other = wire.request("POST /run HTTP/1.1", HELLO, JSON, bearer("run"));
            JsonNode result = Json.parse(other.body());
            assertThat(result.path("outcome").textValue()).as(other.body()).isEqualTo("completed");
            assertThat(result.at("/timings_ms/queue").doubleValue()).isLessThan(2_000);
        }
        int served = 0;
        for (CompletableFuture<HttpResponse<String>> sleeper : sleepers) {
            HttpResponse<String> answer = sleeper.get(60, TimeUnit.SECONDS);
            served += answer.statusCode() == 200 ? 1 : 0;
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 429, 503);
            if (answer.statusCode() != 200) {
                assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                        .isPositive();
            }
        }
        assertThat(served).isBetween(4, 100);
    }

    @Test
    void testKeyMayHaveFewerProgramsAtOnceThanOthers() throws Exception {
        String sleep = Client.request("import time\nprint(time.time())\ntime.sleep(0.5)\nprint(time.time())");
        List<CompletableFuture<HttpResponse<String>>> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(runLater("one", sleep));
        }
        List<double[]> times = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> run : runs) {
            String[] lines = Json.parse(run.get(60, TimeUnit.SECONDS).body())
                    .path("stdout")
                    .textValue()
                    .split("\n", 2);
            times.add(new double[] {Double.parseDouble(lines[0]), Double.parseDouble(lines[1])});
        }
        times.sort((one, other) -> Double.compare(one[0], other[0]));
        assertThat(times.get(1)[0]).isGreaterThan(times.get(0)[1]);
        assertThat(times.get(2)[0]).isGreaterThan(times.get(1)[1]);
    }

    private CompletableFuture<HttpResponse<String>> runLater(String key, String body) {
        return client.postLater("/run", body, "Authorization", "Bearer " + SECRETS.get(key));
    }

    @Test
    void testCommandKeepsWhatIsThere() throws Exception {
        String before = Files.readString(keys.file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.file())))
                .isEqualTo("rw-------");
        assertThat(keys.command("all", "run"))
                .satisfies(again -> assertThat(again.status()).isEqualTo(2))
                .satisfies(again -> assertThat(again.printed()).contains("a second key is called all"));
        assertThat(keys.command("other", "root").printed()).contains("there is no scope");
        assertThat(keys.command("a\nb", "run").status()).isEqualTo(2);
        assertThat(keys.command("x run sha256:" + "0".repeat(64) + "\ny", "run").status())
                .isEqualTo(2);
        assertThat(keys.command("#lab", "run").status()).isEqualTo(2);
        assertThat(keys.command("other", "run", "runs=65").status()).isEqualTo(2);
        assertThat(Files.readString(keys.file())).isEqualTo(before);
    }
}
