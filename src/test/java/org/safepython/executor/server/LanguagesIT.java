package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepython.executor.Await;
import org.safepython.executor.Shell;

/** A server whose second language is switched off, is being prepared, comes, or stays away. */
class LanguagesIT {
    private static final String IMAGE = "safe-python-executor/test:prepared";
    private static final String PYTHON3 = Client.request("print(7 / 2)");
    private static final String PYTHON2 = Client.request("print 7 / 2", "language", "python2");

    @TempDir
    private Path recipe;

    @AfterEach
    void removeTheImage() {
        Shell.output(Path.of("."), "docker rmi " + IMAGE + " 2>&1 || true");
    }

    private static Map<String, String> settings(String... more) {
        return more.length == 0
                ? Map.of("EXECUTOR_POLICIES", "container", "EXECUTOR_LANGUAGES", "python3")
                : Map.of("EXECUTOR_POLICIES", "container", "EXECUTOR_IMAGE_PYTHON2", IMAGE, more[0], more[1]);
    }

    /** A recipe that waits until the test lets it go on. */
    private TestServer startWithRecipe(String end) throws IOException {
        Path script = recipe.resolve("build-image.sh");
        Files.writeString(script, """
                #!/bin/sh
                cd "$(dirname "$0")"
                echo "building $1"
                while [ ! -e gate ]; do sleep 0.1; done
                %s
                """.formatted(end));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return TestServer.start(settings("EXECUTOR_GUEST_RECIPE", recipe.toString()));
    }

    private static JsonNode ready(Client client) {
        HttpResponse<String> ready = client.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        return Json.parse(ready.body());
    }

    private static JsonNode assertRefused(Client client, String problem) {
        HttpResponse<String> refused = client.post("/run", PYTHON2);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(Json.parse(refused.body()).path("type").textValue()).isEqualTo("/problems/" + problem);
        Problems.assertNothingOfOurs(refused.body());
        return Json.parse(refused.body());
    }

    private static void assertPython3Runs(Client client) {
        assertThat(Json.parse(client.post("/run", PYTHON3).body())
                        .path("stdout")
                        .textValue())
                .isEqualTo("3.5\n");
    }

    @Test
    void testLanguageThatIsSwitchedOffIsAnInvalidField() {
        try (TestServer server = TestServer.start(settings())) {
            Client client = new Client(server);
            HttpResponse<String> refused = client.post("/run", PYTHON2);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Json.parse(refused.body()).path("type").textValue()).isEqualTo("/problems/invalid-field");
            assertThat(Json.parse(refused.body()).path("detail").textValue()).contains("\"language\"", "python3");
            assertThat(ready(client).path("notes")).isEmpty();
            assertThat(client.get("/").body()).doesNotContain("id=\"language\"");
            assertPython3Runs(client);
        }
    }

    @Test
    void testMissingImageIsBuiltBesideTheServer() throws Exception {
        String python2 =
                Files.readString(Path.of("target/classes/guest/python2.image")).strip();
        try (TestServer server = startWithRecipe("docker tag " + python2 + " " + IMAGE)) {
            Client client = new Client(server);
            assertRefused(client, "preparing");
            assertThat(ready(client).path("notes").toString()).contains("python2: the image is being built");
            server.awaitLine("building python2");
            assertRefused(client, "preparing");
            assertPython3Runs(client);

            Files.createFile(recipe.resolve("gate"));
            Await.until(Duration.ofMinutes(1), () -> ready(client).path("notes").isEmpty(), server::printed);
            assertThat(Json.parse(client.post("/run", PYTHON2).body())
                            .path("stdout")
                            .textValue())
                    .isEqualTo("3\n");
        }
    }

    @Test
    void testBuildThatFailsLeavesTheServerWithoutTheLanguage() throws Exception {
        try (TestServer server = startWithRecipe("exit 3")) {
            Client client = new Client(server);
            server.awaitLine("building python2");
            Files.createFile(recipe.resolve("gate"));
            server.awaitLine("python2 was not built: exit status 3");

            Await.until(
                    Duration.ofMinutes(1),
                    () -> client.post("/run", PYTHON2).body().contains("engine-unavailable"),
                    server::printed);
            JsonNode problem = assertRefused(client, "engine-unavailable");
            assertThat(problem.path("detail").textValue()).contains("this installation has no image for python2");
            assertThat(ready(client).path("notes").toString()).contains("python2: this installation has no image");
            assertPython3Runs(client);
            Thread.sleep(6000);
            assertThat(server.printed().split("building python2")).hasSize(2);
        }
    }

    @Test
    void testServerThatEndsTakesTheBuildWithIt() throws Exception {
        try (TestServer server = startWithRecipe("touch finished")) {
            server.awaitLine("building python2");
        }
        Files.createFile(recipe.resolve("gate"));
        Thread.sleep(500);

        assertThat(recipe.resolve("finished")).doesNotExist();
    }
}
