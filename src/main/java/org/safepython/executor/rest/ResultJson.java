package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.safepython.executor.CapturedOutput;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.Timings;
import org.safepython.executor.policy.Violation;

/** Writes results and violations as the API shows them. */
final class ResultJson {
    private static final JsonNodeFactory JSON = new JsonNodeFactory(true);
    private static final BigDecimal MICROS_PER_MILLI = BigDecimal.valueOf(1000);

    private ResultJson() {}

    static ObjectNode of(ExecutionResult result) {
        ObjectNode json = JSON.objectNode();
        json.put("id", result.id()).put("outcome", result.conclusion().outcome().label());
        result.conclusion()
                .exitCode()
                .ifPresentOrElse(code -> json.put("exit_code", code), () -> json.putNull("exit_code"));
        json.put("signal", result.conclusion().signal().orElse(null));
        json.put("stdout", result.stdout().text()).put("stderr", result.stderr().text());
        json.put("stdout_bytes", result.stdout().written());
        json.put("stderr_bytes", result.stderr().written());
        gap(json, "stdout_omitted", result.stdout().omitted());
        gap(json, "stderr_omitted", result.stderr().omitted());
        cpu(json, result.usage().cpuMicros());
        figure(json, "memory_peak_bytes", result.usage().memoryPeakBytes());
        figure(json, "oom_kills", result.usage().oomKills());
        json.set("timings_ms", timings(result.timings()));
        json.putObject("sandbox")
                .put("language", result.guest().language().label())
                .put("python", result.guest().python())
                .put("image", result.guest().image())
                .put("policy", result.policy());
        return json;
    }

    static ArrayNode of(List<Violation> violations) {
        ArrayNode array = JSON.arrayNode();
        for (Violation violation : violations) {
            ObjectNode json = array.addObject()
                    .put("rule", violation.rule())
                    .put("message", violation.message())
                    .put("line", violation.line())
                    .put("column", violation.column())
                    .put("end_line", violation.endLine())
                    .put("end_column", violation.endColumn());
            violation.name().ifPresent(name -> json.put("name", name));
        }
        return array;
    }

    private static void gap(ObjectNode json, String name, Optional<CapturedOutput.Gap> gap) {
        gap.ifPresentOrElse(
                hole -> json.putObject(name).put("at", hole.at()).put("bytes", hole.bytes()), () -> json.putNull(name));
    }

    private static void cpu(ObjectNode json, OptionalLong micros) {
        if (micros.isEmpty()) {
            json.putNull("cpu_ms");
            return;
        }
        json.put("cpu_ms", BigDecimal.valueOf(micros.getAsLong()).divide(MICROS_PER_MILLI, 1, RoundingMode.HALF_UP));
    }

    private static void figure(ObjectNode json, String name, OptionalLong figure) {
        figure.ifPresentOrElse(known -> json.put(name, known), () -> json.putNull(name));
    }

    private static ObjectNode timings(Timings timings) {
        return JSON.objectNode()
                .put("policy", timings.policy())
                .put("queue", timings.queue())
                .put("acquire", timings.acquire())
                .put("run", timings.run())
                .put("total", timings.total());
    }
}
