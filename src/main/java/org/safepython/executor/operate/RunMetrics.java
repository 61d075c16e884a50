package org.safepython.executor.operate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.safepython.executor.Answer;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.Outcome;
import org.safepython.executor.Timings;
import org.safepython.executor.policy.RuleName;
import org.safepython.executor.policy.Verdict;
import org.safepython.executor.policy.Violation;
import org.safepython.executor.settings.Language;

/** Counts requests and measures runs. No label comes from a request: each has a closed list of values. Thread safe. */
@Singleton
class RunMetrics {
    private static final Duration[] BUCKETS = Stream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<String, Timer> phases = new LinkedHashMap<>();

    @Inject
    RunMetrics(Meters meters) {
        this.registry = meters.registry();
        for (String phase : new String[] {"policy", "queue", "acquire", "run", "total"}) {
            phases.put(
                    phase,
                    Timer.builder("executor.run.duration")
                            .description("Where the time of runs went")
                            .tag("phase", phase)
                            .serviceLevelObjectives(BUCKETS)
                            .register(registry));
        }
        // What has not happened is 0, not unknown.
        for (Language language : Language.values()) {
            Stream.of(Outcome.values())
                    .forEach(outcome -> runs(language, outcome).increment(0));
        }
        Stream.of(RuleName.values()).forEach(rule -> refusals(rule.id()).increment(0));
        Stream.of(
                        "executed",
                        "refused",
                        "busy",
                        "share-used-up",
                        "unavailable",
                        "preparing",
                        "shutting-down",
                        "left",
                        "failed")
                .forEach(kind -> requests(kind).increment(0));
    }

    void judged(Verdict verdict) {
        if (verdict instanceof Verdict.Judged judged) {
            judged.violations().stream()
                    .map(Violation::rule)
                    .distinct()
                    .forEach(rule -> refusals(rule).increment());
        }
    }

    void answered(ExecutionRequest request, Answer answer) {
        count(kind(answer));
        if (answer instanceof Answer.Executed executed) {
            ExecutionResult result = executed.result();
            runs(request.language(), result.conclusion().outcome()).increment();
            measure(result.timings());
            registry.counter("executor.run.cpu.seconds")
                    .increment(result.usage().cpuMicros().orElse(0) / 1e6);
        }
    }

    void count(String kind) {
        requests(kind).increment();
    }

    private void measure(Timings timings) {
        record("policy", timings.policy());
        record("queue", timings.queue());
        record("acquire", timings.acquire());
        record("run", timings.run());
        record("total", timings.total());
    }

    private void record(String phase, BigDecimal millis) {
        Objects.requireNonNull(phases.get(phase)).record(Duration.ofNanos((long) (millis.doubleValue() * 1e6)));
    }

    private static String kind(Answer answer) {
        if (answer instanceof Answer.Executed) {
            return "executed";
        }
        String name = answer.getClass().getSimpleName();
        return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private Counter runs(Language language, Outcome outcome) {
        return registry.counter("executor.runs", "language", language.label(), "outcome", outcome.label());
    }

    private Counter refusals(String rule) {
        return registry.counter("executor.refusals", "rule", rule);
    }

    private Counter requests(String kind) {
        return registry.counter("executor.requests", "answer", kind);
    }
}
