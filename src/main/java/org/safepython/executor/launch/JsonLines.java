package org.safepython.executor.launch;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One line of JSON for each record, in ASCII: nothing that is logged can end its line or speak to a terminal. A record whose
 * only parameter is a map has its entries as fields. The logging of the Java machine makes it, and knows no library.
 */
public final class JsonLines extends Formatter {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    /** For the logging of the Java machine. */
    public JsonLines() {}

    @Override
    public String format(LogRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", record.getInstant().truncatedTo(ChronoUnit.MILLIS));
        fields.put("level", record.getLevel().getName());
        fields.put("logger", record.getLoggerName());
        fields.put("message", formatMessage(record));
        Object[] parameters = record.getParameters();
        if (parameters != null && parameters.length == 1 && parameters[0] instanceof Map<?, ?> more) {
            more.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        if (record.getThrown() != null) {
            fields.put("thrown", trace(record.getThrown()));
        }
        StringBuilder line = new StringBuilder("{");
        fields.forEach((name, value) -> {
            line.append(line.length() > 1 ? ", " : "");
            append(name, line).append(": ");
            if (value instanceof Number || value instanceof Boolean) {
                line.append(value);
            } else {
                append(String.valueOf(value), line);
            }
        });
        return line.append("}\n").toString();
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static StringBuilder append(String text, StringBuilder line) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                line.append('\\').append(character);
            } else if (character == '\n') {
                line.append("\\n");
            } else if (character < FIRST_PRINTABLE || character > LAST_PRINTABLE) {
                line.append("\\u%04x".formatted((int) character));
            } else {
                line.append(character);
            }
        }
        return line.append('"');
    }
}
