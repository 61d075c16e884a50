package org.safepython.executor.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.safepython.executor.Disagreements;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.Supply;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.walls.Finding;
import org.safepython.executor.walls.Proof;

/** What is counted and measured, for Prometheus; here what is looked at when somebody asks. Thread safe. */
@Singleton
public class Metrics {
    private final Meters meters;
    private final MeterRegistry registry;

    @Inject
    Metrics(
            Meters meters,
            Disagreements disagreements,
            Settings settings,
            Sandbox sandbox,
            ExecutionService service,
            Proof proof) {
        this.meters = meters;
        this.registry = meters.registry();
        Gauge.builder("executor.queue.waiting", service, ExecutionService::waiting)
                .description("Requests that wait for their turn")
                .register(registry);
        Gauge.builder("executor.runs.running", service, ExecutionService::running)
                .description("Programs that run")
                .register(registry);
        Gauge.builder("executor.walls.proven", proof, asked -> asked.report().isPresent() ? 1 : 0)
                .description("Whether the walls were attacked since the engine is there")
                .register(registry);
        Gauge.builder("executor.walls.missing", proof, Metrics::missing)
                .description("Walls that did not hold, also those that the operator allows to be missing")
                .register(registry);
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
        FunctionCounter.builder(
                        "executor.pool.failures",
                        sandbox,
                        asked -> asked.supply(language).failures())
                .description("Containers that could not be made")
                .tag("language", language.label())
                .register(registry);
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

    private static double missing(Proof proof) {
        return proof.report()
                .map(report -> Stream.concat(report.missing().stream(), report.tolerated().stream())
                        .map(Finding::wall)
                        .distinct()
                        .count())
                .orElse(0L);
    }

    /** All of it as Prometheus text, version 0.0.4. */
    public String text() {
        return meters.text();
    }
}
