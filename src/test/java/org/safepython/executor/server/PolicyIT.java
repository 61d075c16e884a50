package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.Await;
import org.safepython.executor.server.Wire.Reply;

/** A server with a policy file: what it tells of its policy, and what it makes of changes. */
class PolicyIT {
    private static final Duration RELOAD = Duration.ofSeconds(15);
    private static final Path EXAMPLE = Path.of("docs/policy.example.yaml");
    private static final String PAGE = "docs/policy.md";

    @TempDir
    private static Path folder;

    private static Path file;
    private static TestServer server;
    private static Client client;

    @BeforeAll
    static void start() throws IOException {
        file = Files.copy(EXAMPLE, folder.resolve("policy.yaml"));
        server = TestServer.start(Map.of(
                "EXECUTOR_POLICY_FILE",
                file.toString(),
                "EXECUTOR_POLICIES",
                "lessons,strict,container",
                "EXECUTOR_TIMEOUT_MS",
                "4000"));
        client = new Client(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void bringTheExampleBack() throws Exception {
        Files.copy(EXAMPLE, file, StandardCopyOption.REPLACE_EXISTING);
        await(() -> notes().isEmpty() && words("denied_names").equals(List.of("sorted")));
    }

    private static void await(BooleanSupplier condition) {
        Await.until(RELOAD, condition, server::printed);
    }

    private static JsonNode policy() {
        HttpResponse<String> response = client.get("/policy");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return Json.parse(response.body());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.textValue()));
        return texts;
    }

    /** A list of the first preset, {@code lessons}. */
    private static List<String> words(String list) {
        return texts(policy().path("presets").path(0).path(list));
    }

    private static List<String> notes() {
        HttpResponse<String> ready = client.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).startsWith("{\"status\": \"ready\"").doesNotContain(folder.toString());
        return texts(Json.parse(ready.body()).path("notes"));
    }

    private static JsonNode check(String code, String preset) {
        return Json.parse(client.post("/check", Json.object("code", code, "policy", preset))
                .body());
    }

    @Test
    void testPolicyTellsThePresetsThatAreAllowedHere() {
        JsonNode policy = policy();
        JsonNode lessons = policy.path("presets").path(0);
        JsonNode container = policy.path("presets").path(2);

        assertThat(policy.path("default").textValue()).isEqualTo("lessons");
        assertThat(policy.path("presets").findValuesAsText("name")).containsExactly("lessons", "strict", "container");
        assertThat(lessons.path("extends").textValue()).isEqualTo("strict");
        assertThat(lessons.path("description").textValue()).startsWith("First lessons");
        assertThat(texts(lessons.path("modules"))).containsExactly("math", "random");
        assertThat(texts(lessons.path("refused_builtins"))).contains("max", "min", "eval");
        assertThat(texts(lessons.path("denied_attributes"))).containsExactly("sort");
        assertThat(lessons.path("max_bytes").intValue()).isEqualTo(8192);
        assertThat(lessons.path("max_nesting").intValue()).isEqualTo(50);
        assertThat(texts(lessons.path("rules"))).contains("source", "syntax", "nesting", "denied");
        assertThat(texts(container.path("rules"))).containsExactly("source");
        assertThat(container.has("modules")).isFalse();
    }

    @Test
    void testPolicyTellsTheGuestItsModulesAndTheLimits() {
        JsonNode policy = policy();
        JsonNode python = policy.path("languages").path(0);
        String version = client.runRaw("import sys; print(sys.version.split()[0], end='')")
                .body();

        assertThat(python.path("language").textValue()).isEqualTo("python3");
        assertThat(python.path("state").textValue()).isEqualTo("ready");
        assertThat(python.path("python").textValue()).isEqualTo(version);
        assertThat(policy.path("languages").path(1).toString())
                .isEqualTo("{\"language\":\"python2\",\"python\":\"2.7.18\",\"state\":\"ready\"}");
        assertThat(policy.path("modules").toString())
                .isEqualTo(("[{'name':'math','versions':{'python3':'%1$s','python2':'2.7.18'},'presets':['lessons']},"
                                + "{'name':'random','versions':{'python3':'%1$s','python2':'2.7.18'},'presets':['lessons']}]")
                        .formatted(version)
                        .replace('\'', '"'));
        assertThat(policy.at("/limits/timeout_ms").intValue()).isEqualTo(4000);
        assertThat(policy.at("/limits/max_timeout_ms").intValue()).isEqualTo(30_000);
        assertThat(policy.at("/limits/code_bytes").intValue()).isEqualTo(65_536);
        assertThat(policy.at("/limits/memory_bytes").intValue()).isEqualTo(134_217_728);
    }

    @Test
    void testPolicyAndThePageAgree() throws IOException {
        String page = Files.readString(Path.of(PAGE));
        JsonNode policy = policy();

        assertThat(policy.path("rules")).hasSize(page.split("\nInstead: ", -1).length - 1);
        for (JsonNode rule : policy.path("rules")) {
            assertThat(page)
                    .contains(
                            "### `%s`\n\n%s\n\nRefused under `%s`:\n\n```python\n%s```\n\nAccepted:\n\n```python\n%s```"
                                    .formatted(
                                            rule.path("id").textValue(),
                                            rule.path("why").textValue(),
                                            rule.path("preset").textValue(),
                                            rule.path("bad").textValue(),
                                            rule.path("good").textValue()))
                    .contains("Instead: " + rule.path("instead").textValue() + ".\n");
        }
        JsonNode strict = policy.path("presets").path(1);
        assertThat(page)
                .contains("### `strict`\n\n" + strict.path("description").textValue())
                .contains("cannot be named: `" + String.join("`, `", texts(strict.path("refused_builtins"))) + "`.")
                .contains("cannot be used: `" + String.join("`, `", texts(strict.path("refused_module_names"))) + "`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/policy", "/policy.schema.json"})
    void testPolicyIsOneOfTheCalls(String path) {
        Wire wire = new Wire(server);
        Reply get = wire.request("GET " + path + " HTTP/1.1", "");
        Reply head = wire.request("HEAD " + path + " HTTP/1.1", "");
        Reply post = wire.request("POST " + path + " HTTP/1.1", "", "Content-Type: application/json");

        assertThat(get.status()).isEqualTo(200);
        Problems.assertProtected(get);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        Problems.assertProblem(post, 405, "method-not-allowed");
        assertThat(post.header("Allow")).containsExactly("GET, HEAD");
    }

    @Test
    void testPolicyComesAsJsonAlone() {
        Reply reply = new Wire(server).request("GET /policy HTTP/1.1", "", "Accept: text/html");
        Problems.assertProblem(reply, 406, "not-acceptable");
    }

    @Test
    void testSchemaIsTheShippedOne() throws IOException {
        assertThat(client.get("/policy.schema.json").body())
                .isEqualTo(Files.readString(Path.of("docs/policy.schema.json")));
    }

    @Test
    void testPresetOfTheFileJudgesAndRuns() {
        assertThat(check("import math\nprint(sorted([1]))", "lessons")
                        .at("/violations/0/message")
                        .textValue())
                .isEqualTo("\"sorted\" cannot be used as a name under the policy lessons;"
                        + " the operator of this server denies it");
        assertThat(check("import json", "lessons").at("/violations/0/message").textValue())
                .endsWith("it allows: math, random");
        HttpResponse<String> run =
                client.post("/run", Json.object("code", "import math\nprint(math.floor(2.5))", "policy", "lessons"));
        assertThat(Json.parse(run.body()).path("stdout").textValue()).isEqualTo("2\n");
        assertThat(Json.parse(run.body()).at("/sandbox/policy").textValue()).isEqualTo("lessons");
    }

    @Test
    void testPresetOfTheFileThatTheSettingDoesNotNameIsNotAllowed() {
        Wire wire = new Wire(server);
        String json = "Content-Type: application/json";
        Problems.assertProblem(
                wire.request("POST /check HTTP/1.1", "{\"code\":\"\",\"policy\":\"views\"}", json),
                403,
                "policy-not-allowed");
        Problems.assertProblem(
                wire.request("POST /check HTTP/1.1", "{\"code\":\"\",\"policy\":\"viewz\"}", json),
                422,
                "invalid-field");
    }

    @Test
    void testChangeIsTakenOverWhileAProgramRuns() throws Exception {
        String program = "import math\nfor i in range(3000000): math.floor(2.5)\nprint('done')";
        var running = client.postLater("/run", Json.object("code", program, "policy", "lessons", "timeout_ms", 30_000));
        Files.writeString(file, Files.readString(file).replace("math, random", "random"));

        await(() -> words("modules").equals(List.of("random")));
        assertThat(check("import math", "lessons").path("accepted").booleanValue())
                .isFalse();
        JsonNode result = Json.parse(running.get().body());
        assertThat(result.path("stdout").textValue()).isEqualTo("done\n");
        assertThat(result.path("exit_code").intValue()).isZero();
    }

    @Test
    void testBrokenFileKeepsThePolicyAndIsSaidOnce() throws Exception {
        long before = warnings();
        Files.writeString(file, "presets:\n  lessons:\n    extends: stric\n");

        await(() -> !notes().isEmpty());
        assertThat(notes())
                .singleElement()
                .asString()
                .startsWith("policy.yaml:3: extends names no preset that can be extended; it is one of: strict");
        assertThat(words("denied_names")).containsExactly("sorted");
        Thread.sleep(5000);
        assertThat(warnings()).isEqualTo(before + 1);
    }

    private static long warnings() {
        return server.printed()
                .lines()
                .filter(line -> line.contains(file + ":3: extends names no preset"))
                .count();
    }

    @Test
    void testVanishedPresetStaysAsItWas() throws Exception {
        Files.writeString(file, "presets: {views: {extends: strict}}\n");

        await(() -> !notes().isEmpty());
        assertThat(notes())
                .containsExactly("policy.yaml: the preset lessons is gone. What was read before stays in force.");
        assertThat(check("sorted", "lessons").path("accepted").booleanValue()).isFalse();
    }

    @Test
    void testMissingFileKeepsThePolicy() throws Exception {
        Files.delete(file);

        await(() -> !notes().isEmpty());
        assertThat(notes()).singleElement().asString().startsWith("policy.yaml: there is no such file");
        assertThat(check("sorted", "lessons").path("accepted").booleanValue()).isFalse();
    }

    /** A policy file can deny what the guest has. */
    @Test
    void testEveryPublicBuiltinOfTheGuestCanBeDenied() throws Exception {
        String program =
                "import builtins\nprint(*[n for n in dir(builtins) if n[0] != '_' and n not in ('False', 'None', 'True')], sep=', ')";
        String names = client.runRaw(program).body().strip();
        Files.writeString(file, "presets: {lessons: {extends: strict, deny_builtins: [" + names + "]}}");

        await(() -> words("refused_builtins").contains("zip"));
        assertThat(words("refused_builtins")).contains(names.split(", "));
    }
}
