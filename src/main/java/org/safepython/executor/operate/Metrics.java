package org.safepython.executor.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.safepython.executor.Disagreements;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.Supply;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** What is counted and measured, for Prometheus. Thread safe. */
@Singleton
public class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Inject
    public Metrics(Disagreements disagreements, Settings settings, Sandbox sandbox) {
        FunctionCounter.builder("executor.parser.disagreements", disagreements, Disagreements::count)
                .description("Programs that the policy could parse and the guest's own compiler could not")
                .register(registry);
        settings.languages().forEach(language -> add(language, sandbox));
    }

    private void add(Language language, Sandbox sandbox) {
        gauge("executor.pool.warm", "Containers that wait for a program", language, sandbox, Supply::warm);
        gauge("executor.pool.size", "Containers that shall wait for a program", language, sandbox, Supply::size);
        gauge("executor.pool.waiting", "Programs that wait for a container", language, sandbox, Supply::waiting);
        gauge(
                "executor.pool.refill",
                "Containers that can be made in a second, by those made of late",
                language,
                sandbox,
                Supply::perSecond);
        FunctionTimer.builder(
                        "executor.pool.lease",
                        sandbox,
                        asked -> asked.supply(language).leases(),
                        asked -> asked.supply(language).waited().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("How long programs waited for their containers")
                .tag("language", language.label())
                .register(registry);
    }

    private void gauge(
            String name, String description, Language language, Sandbox sandbox, ToDoubleFunction<Supply> value) {
        Gauge.builder(name, sandbox, asked -> value.applyAsDouble(asked.supply(language)))
                .description(description)
                .tag("language", language.label())
                .register(registry);
    }

    /** All of it as Prometheus text, version 0.0.4. */
    public String text() {
        return registry.scrape();
    }
}
