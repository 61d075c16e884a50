package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Await;

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

    @Test
    void testRunsRequestsAndRefusalsAreCounted() {
        String completed = "executor_runs_total{language=\"python3\",outcome=\"completed\"} ";
        String refused = "executor_refusals_total{rule=\"import\"} ";
        String answered = "executor_requests_total{answer=\"refused\"} ";
        String measured = "executor_run_duration_seconds_count{phase=\"total\"} ";
        double completedBefore = metric(completed);
        double refusedBefore = metric(refused);
        double answeredBefore = metric(answered);
        double measuredBefore = metric(measured);

        client.post("/run", Json.object("code", "print(1)"));
        client.post("/run", Json.object("code", "import os\nimport sys"));
        client.post("/check", Json.object("code", "import os"));

        Await.until(Duration.ofSeconds(5), () -> metric(measured) == measuredBefore + 1);
        assertThat(metric(completed)).isEqualTo(completedBefore + 1);
        assertThat(metric(refused)).isEqualTo(refusedBefore + 2);
        assertThat(metric(answered)).isEqualTo(answeredBefore + 1);
        assertThat(metric("executor_run_duration_seconds_bucket{phase=\"run\",le=\"30.0\"} "))
                .isPositive();
    }

    @Test
    void testStateOfTheServerIsTold() {
        assertThat(metric("executor_walls_proven ")).isEqualTo(1);
        assertThat(metric("executor_walls_missing ")).isZero();
        assertThat(metric("executor_queue_waiting ")).isZero();
        assertThat(metric("executor_pool_failures_total{language=\"python3\"} "))
                .isNotNegative();
        assertThat(metric("process_files_open_files ")).isPositive();
        assertThat(metric("jvm_threads_live_threads ")).isPositive();
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
