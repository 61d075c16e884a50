package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Await;

/** The log's line about a run. */
class LogIT {
    @Test
    void testProgramIsLoggedWhereTheOperatorWantsIt() {
        String code = "print('caf\u00e9')  # \"quoted\" \\ \t \u2028\n# next";
        try (TestServer server = TestServer.start(Map.of("EXECUTOR_LOG_PROGRAMS", "yes"))) {
            String id = Json.parse(new Client(server)
                            .post("/run", Json.object("code", code))
                            .body())
                    .path("id")
                    .textValue();
            Await.until(Duration.ofSeconds(5), () -> server.printed().contains(id));

            JsonNode line = server.printed()
                    .lines()
                    .filter(logged -> logged.contains(id))
                    .map(Json::parse)
                    .findFirst()
                    .orElseThrow();
            assertThat(line.path("code").textValue()).isEqualTo(code);
            assertThat(line.path("run").textValue()).isEqualTo(id);
            assertThat(line.path("client").textValue()).isEqualTo("127.0.0.1");
            assertThat(line.path("outcome").textValue()).isEqualTo("completed");
            assertThat(line.path("exit_code").intValue()).isZero();
            assertThat(line.path("output_bytes").intValue()).isEqualTo(6);
            assertThat(server.printed()).doesNotContain("\u001b");
        }
    }
}
