package org.safepython.executor.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The keys of a preset in the policy file, what each takes and what it is for. Immutable. */
enum PolicyKey {
    EXTENDS("the preset that it begins with; needed"),
    DESCRIPTION("what it is for, one line"),
    ALLOW_MODULES(PolicyWords.MODULES, "modules that can be imported besides"),
    DENY_MODULES(PolicyWords.MODULES, "modules of the preset it begins with that cannot be imported"),
    ALLOW_BUILTINS(PolicyWords.REFUSED_BUILTINS, "refused built-ins that can be used after all"),
    DENY_BUILTINS(PolicyWords.BUILTINS, "built-ins that are refused besides"),
    DENY_NAMES(PolicyWords.NAMES, "names that are refused besides"),
    DENY_ATTRIBUTES(PolicyWords.NAMES, "attributes that are refused besides"),
    ALLOW_SPECIAL_NAMES(PolicyWords.SPECIAL_NAMES, "names __x__ that can be used, as names and as attributes"),
    MAX_BYTES(Terms.MOST_BYTES, "size of a program, bytes"),
    MAX_NESTING(Terms.MOST_NESTING, "depth of a program's tree, nodes");

    private final Optional<PolicyWords> words;
    private final int most;
    private final String purpose;

    PolicyKey(String purpose) {
        this(Optional.empty(), 0, purpose);
    }

    PolicyKey(PolicyWords words, String purpose) {
        this(Optional.of(words), 0, purpose);
    }

    PolicyKey(int most, String purpose) {
        this(Optional.empty(), most, purpose);
    }

    PolicyKey(Optional<PolicyWords> words, int most, String purpose) {
        this.words = words;
        this.most = most;
        this.purpose = purpose;
    }

    static Optional<PolicyKey> of(String key) {
        return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
    }

    /** As the file writes it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its list can hold, where it takes a list. */
    Optional<PolicyWords> words() {
        return words;
    }

    /** The largest number it takes, where it takes a number from 1; else 0. */
    int most() {
        return most;
    }

    /** What it is for. */
    String purpose() {
        return purpose;
    }
}
