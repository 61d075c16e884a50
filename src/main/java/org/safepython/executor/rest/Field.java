package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

/** Reads the value of one field, or says what is wrong with it. Nothing is clamped, nothing is converted. */
final class Field {
    private Field() {}

    static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw invalid(name, "must be a string");
        }
        return value.textValue();
    }

    /** A text that can be UTF-8, at most so many bytes of it. */
    static String encodable(String name, JsonNode value, int most) {
        String text = text(name, value);
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        if (!encoder.canEncode(text)) {
            throw invalid(name, "holds half a surrogate pair");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > most) {
            throw invalid(name, "is longer than " + most + " bytes");
        }
        return text;
    }

    static int integer(String name, JsonNode value, int least, int most) {
        String allowed = "must be a whole number from " + least + " to " + most;
        if (!value.isNumber()) {
            throw invalid(name, allowed);
        }
        BigDecimal number = value.decimalValue();
        boolean inside =
                number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!inside || number.stripTrailingZeros().scale() > 0) {
            throw invalid(name, allowed);
        }
        return number.intValueExact();
    }

    static List<String> texts(String name, JsonNode value, int mostItems, int mostBytes) {
        if (!value.isArray() || value.size() > mostItems) {
            throw invalid(name, "must be an array of at most " + mostItems + " strings");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            String text = encodable(name, item, mostBytes);
            if (text.indexOf('\0') >= 0) {
                throw invalid(name, "must not hold NUL");
            }
            texts.add(text);
        }
        return texts;
    }

    static ProblemException invalid(String name, String what) {
        String shown = name.length() > 64 ? name.substring(0, 64) + "..." : name;
        return new ProblemException(Problem.of(ProblemType.INVALID_FIELD, "The field \"" + shown + "\" " + what + "."));
    }
}
