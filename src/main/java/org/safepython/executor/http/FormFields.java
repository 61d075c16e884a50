package org.safepython.executor.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a form as browsers send them. */
final class FormFields {
    private static final int MOST_FIELDS = 100;

    private FormFields() {}

    static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** The values by name, in their order; what cannot be decoded is no field, nor is what comes after many. */
    static Map<String, String[]> of(byte[] form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        StringTokenizer pairs = new StringTokenizer(new String(form, StandardCharsets.UTF_8), "&");
        for (int i = 0; i < MOST_FIELDS && pairs.hasMoreTokens(); i++) {
            String pair = pairs.nextToken();
            int equals = pair.indexOf('=');
            if (equals > 0) {
                add(pair.substring(0, equals), pair.substring(equals + 1), fields);
            }
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(parameters);
    }

    private static void add(String name, String value, Map<String, List<String>> fields) {
        try {
            String decoded = URLDecoder.decode(value, StandardCharsets.UTF_8);
            fields.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(decoded);
        } catch (IllegalArgumentException malformed) {
            // Browsers send none such.
        }
    }
}
