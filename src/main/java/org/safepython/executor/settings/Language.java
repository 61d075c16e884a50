package org.safepython.executor.settings;

import java.util.Arrays;
import java.util.Optional;

/** The languages that programs can be written in. */
public enum Language {
    PYTHON3("python3", "Python 3"),
    PYTHON2("python2", "Python 2.7");

    private final String label;
    private final String title;

    Language(String label, String title) {
        this.label = label;
        this.title = title;
    }

    /** The name in requests, answers and settings. */
    public String label() {
        return label;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The language of a label, if there is one. */
    public static Optional<Language> labelled(String label) {
        return Arrays.stream(values())
                .filter(language -> language.label.equals(label))
                .findFirst();
    }
}
