package org.safepython.executor.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of body that the API reads, both in UTF-8. */
public enum BodyType {
    /** A JSON object with the fields of the request. */
    JSON("application/json"),
    /** The program itself. */
    PYTHON("text/x-python");

    /** The most bytes of any body. */
    public static final int MOST_BYTES = 256 * 1024;

    private final Pattern pattern;

    BodyType(String name) {
        this.pattern = Pattern.compile(Pattern.quote(name) + "[ \t]*(;[ \t]*charset=(utf-8|\"utf-8\")[ \t]*)?");
    }

    /** The type that a {@code Content-Type} header names, if it is one of these. */
    public static Optional<BodyType> of(@Nullable String header) {
        String named = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        for (BodyType type : values()) {
            if (type.pattern.matcher(named).matches()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** What to answer where a body is larger than any may be. */
    public static Problem tooLarge() {
        return Problem.of(ProblemType.TOO_LARGE, "A request body is at most 256 KiB, a form three times that.")
                .with("Connection", "close");
    }
}
