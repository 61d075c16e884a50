package org.safepython.executor.settings;

import java.util.List;

/** What a YAML file says at one place. Immutable. */
sealed interface YamlPart {

    /** Where it begins, counted from 1. */
    int line();

    /** A mapping, its keys in the order of the file and each there once. */
    record Table(List<Entry> entries, int line) implements YamlPart {
        public Table {
            entries = List.copyOf(entries);
        }
    }

    /** A key of a mapping, where it stands, and its value. */
    record Entry(String key, int line, YamlPart value) {}

    /** A sequence. */
    record Sequence(List<YamlPart> items, int line) implements YamlPart {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A string. */
    record Text(String value, int line) implements YamlPart {}

    /** A whole number, as it is written. */
    record Whole(String digits, int line) implements YamlPart {}

    /** Anything else that is no collection: null, a truth value, a fraction. */
    record Other(String value, int line) implements YamlPart {}
}
