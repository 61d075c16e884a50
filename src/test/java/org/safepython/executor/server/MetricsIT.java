package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What {@code GET /metrics} tells. */
class MetricsIT {
    private static final String DISAGREEMENTS = "executor_parser_disagreements_total ";

    private final Client client = new Client(TestServer.shared());

    @Test
    void testDisagreementOfParserAndCompilerIsCounted() {
        double before = metric(DISAGREEMENTS);

        HttpResponse<String> run = client.post("/run", Json.object("code", "return 1"));

        assertThat(Json.parse(run.body()).path("stderr").asText()).contains("SyntaxError: 'return' outside function");
        assertThat(metric(DISAGREEMENTS)).isEqualTo(before + 1);
    }

    private double metric(String name) {
        HttpResponse<String> metrics = client.get("/metrics");
        assertThat(metrics.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8;version=0.0.4");
        return metrics.body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }
}
