package org.safepython.executor.policy;

import java.util.Objects;
import java.util.Optional;

/**
 * One place where a program breaks a rule. Lines and columns count from 1, in code points of the user's text; the end
 * is exclusive.
 *
 * @param rule which rule, by its id
 * @param message what is wrong, for a person; of the user's text at most the name is in it
 * @param line line of the first character
 * @param column column of the first character
 * @param endLine line of the end
 * @param endColumn column after the last character
 * @param name the identifier that breaks the rule, NFKC-normalised and cut when it is long; empty where the rule is not
 *     about a name
 */
public record Violation(
        String rule, String message, int line, int column, int endLine, int endColumn, Optional<String> name) {

    /** Checks that nothing is missing. */
    public Violation {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(name, "name");
    }
}
