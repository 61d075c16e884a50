package org.safepython.executor.settings;

import java.util.Optional;
import java.util.stream.Stream;

/** The languages that programs can be written in. */
public enum Language {
    PYTHON3("python3"),
    PYTHON2("python2");

    private final String id;

    Language(String id) {
        this.id = id;
    }

    /** The name that requests, answers and settings use. */
    public String id() {
        return id;
    }

    /** The language of this name, if there is one. */
    public static Optional<Language> named(String name) {
        return Stream.of(values()).filter(language -> language.id.equals(name)).findFirst();
    }
}
