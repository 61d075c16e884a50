package org.safepython.executor.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final String HOSTILE =
            "\"quoted\" \\ back\r\n2026 SEVERE \u001b]0;title\u0007 \u2028 \u202e \ud83d\ude00 \ud800";

    private static String line(LogRecord record) {
        return new JsonLines().format(record);
    }

    private static JsonNode read(LogRecord record) throws Exception {
        return new ObjectMapper().readTree(line(record));
    }

    private static LogRecord record(String message, Object... parameters) {
        LogRecord record = new LogRecord(Level.INFO, message);
        record.setLoggerName("some.logger");
        record.setParameters(parameters);
        return record;
    }

    @Test
    void testFieldsOfEveryRecord() throws Exception {
        JsonNode line = read(record("Hello {0}", "world"));

        assertThat(line.path("message").textValue()).isEqualTo("Hello world");
        assertThat(line.path("level").textValue()).isEqualTo("INFO");
        assertThat(line.path("logger").textValue()).isEqualTo("some.logger");
        assertThat(line.path("time").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");
    }

    @Test
    void testWhateverIsLoggedIsOneLineOfPlainCharactersAndComesBack() throws Exception {
        LogRecord record = record("message", Map.of("code", HOSTILE));

        assertThat(line(record)).matches("[ -~]*\n");
        assertThat(read(record).path("code").textValue()).isEqualTo(HOSTILE);
    }

    @Test
    void testNumbersStayNumbers() throws Exception {
        assertThat(read(record("message", Map.of("exit_code", 3)))
                        .path("exit_code")
                        .isInt())
                .isTrue();
    }

    @Test
    void testWhatWasThrownIsInTheLine() throws Exception {
        LogRecord record = record("failed");
        record.setThrown(new IllegalStateException(HOSTILE));

        assertThat(line(record).lines()).hasSize(1);
        assertThat(read(record).path("thrown").textValue()).contains("IllegalStateException", "JsonLinesTest");
    }
}
