package org.safepython.executor.operate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.safepython.executor.Answer;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.settings.Settings;

/**
 * Writes a line about each run. The message is for people; the record's parameter holds the same as a map, for a log that
 * is read by programs. What a program says is in it only where the operator wants that. Thread safe.
 */
@Singleton
class RunLog {
    private static final Logger LOG = Logger.getLogger("org.safepython.executor.run");

    private final boolean withPrograms;

    @Inject
    RunLog(Settings settings) {
        this.withPrograms = settings.logPrograms();
    }

    void answered(String id, ExecutionRequest request, Answer answer) {
        Map<String, Object> fields = fields(id, request);
        if (answer instanceof Answer.Executed executed) {
            ExecutionResult result = executed.result();
            fields.put("outcome", result.conclusion().outcome().label());
            result.conclusion().exitCode().ifPresent(code -> fields.put("exit_code", code));
            fields.put("run_ms", result.timings().run());
            fields.put("total_ms", result.timings().total());
            fields.put(
                    "output_bytes", result.stdout().written() + result.stderr().written());
            result.usage().cpuMicros().ifPresent(micros -> fields.put("cpu_ms", micros / 1e3));
        } else if (answer instanceof Answer.Refused refused) {
            fields.put("outcome", "refused");
            fields.put("rule", refused.violations().get(0).rule());
        } else {
            // Everybody can bring these about as fast as he likes; the metrics count them.
            return;
        }
        write(fields);
    }

    /** Without an answer. */
    void ended(String id, ExecutionRequest request, String how) {
        Map<String, Object> fields = fields(id, request);
        fields.put("outcome", how);
        write(fields);
    }

    private Map<String, Object> fields(String id, ExecutionRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", id);
        fields.put("client", request.client().name());
        fields.put("language", request.language().label());
        fields.put("policy", request.preset().name());
        if (withPrograms) {
            fields.put("code", new String(request.code().utf8(), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void write(Map<String, Object> fields) {
        LogRecord record = new LogRecord(Level.INFO, "Run " + fields.get("run") + ": " + fields.get("outcome"));
        record.setLoggerName(LOG.getName());
        record.setParameters(new Object[] {fields});
        LOG.log(record);
    }
}
