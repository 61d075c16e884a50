package org.safepython.executor.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a form as browsers send them. */
final class FormFields {
    private FormFields() {}

    static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** The values by name, in their order; what cannot be decoded is no field. */
    static Map<String, String[]> of(byte[] form) {
        Map<String, String[]> fields = new LinkedHashMap<>();
        for (String pair : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                add(pair.substring(0, equals), pair.substring(equals + 1), fields);
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static void add(String name, String value, Map<String, String[]> fields) {
        try {
            String decoded = URLDecoder.decode(value, StandardCharsets.UTF_8);
            fields.merge(URLDecoder.decode(name, StandardCharsets.UTF_8), new String[] {decoded}, FormFields::joined);
        } catch (IllegalArgumentException malformed) {
            // Browsers send none such.
        }
    }

    private static String[] joined(String[] before, String[] after) {
        String[] all = Arrays.copyOf(before, before.length + after.length);
        System.arraycopy(after, 0, all, before.length, after.length);
        return all;
    }
}
