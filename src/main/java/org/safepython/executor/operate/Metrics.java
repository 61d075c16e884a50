package org.safepython.executor.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.safepython.executor.Disagreements;

/** What is counted and measured, for Prometheus. Thread safe. */
@Singleton
public class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Inject
    public Metrics(Disagreements disagreements) {
        FunctionCounter.builder("executor.parser.disagreements", disagreements, Disagreements::count)
                .description("Programs that the policy could parse and the guest's own compiler could not")
                .register(registry);
    }

    /** All of it as Prometheus text, version 0.0.4. */
    public String text() {
        return registry.scrape();
    }
}
