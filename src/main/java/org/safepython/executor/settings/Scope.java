package org.safepython.executor.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the holder of an API key may do. */
public enum Scope {
    /** Run programs, and end them. */
    RUN,
    /** Have programs judged. */
    CHECK,
    /** Read policy, metrics and the reasons of readiness. */
    READ,
    /** Have the walls attacked. */
    OPERATE;

    /** The name in the keys file, and the role of a caller: {@code run}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a label, if there is one. */
    public static Optional<Scope> labelled(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(label))
                .findFirst();
    }
}
