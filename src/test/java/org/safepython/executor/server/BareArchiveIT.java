package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a server that no launcher of ours has started, with a setting that cannot be used. */
class BareArchiveIT {

    @Test
    void testWithABrokenPolicyFileItSaysWhyAndRunsNothing(@TempDir Path folder) throws Exception {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "presets: {strict: {}}\n");
        try (BareServer server = new BareServer(
                folder,
                List.of("--deploy", System.getProperty("war.file")),
                Map.of("EXECUTOR_POLICY_FILE", policy.toString()))) {
            HttpResponse<String> ready = server.awaitAnswer();
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body())
                    .startsWith("{\"status\": \"not ready\", \"reasons\": [\"policy.yaml:1: \\\"strict\\\" cannot name")
                    .doesNotContain(folder.toString());
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(server.get("/").statusCode()).isEqualTo(503);
            HttpResponse<String> run = server.send(server.request("/run")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"code\": \"print(1)\"}")));
            assertThat(run.statusCode()).isEqualTo(503);
            assertThat(run.headers().firstValue("Retry-After")).isPresent();
            assertThat(run.body()).contains("/problems/engine-unavailable").contains("not set up");
            assertThat(server.log()).contains(policy + ":1: \"strict\" cannot name a preset");
        }
    }
}
