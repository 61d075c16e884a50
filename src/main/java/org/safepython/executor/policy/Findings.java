package org.safepython.executor.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what one judgement finds, and puts it in order. Confined to the judging thread. */
final class Findings {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 80;
    private static final Comparator<Violation> SOURCE_ORDER = Comparator.comparingInt(Violation::line)
            .thenComparingInt(Violation::column)
            .thenComparing(Violation::rule)
            .thenComparingInt(Violation::endLine)
            .thenComparingInt(Violation::endColumn)
            .thenComparing(Violation::message);

    private final String preset;
    private final List<Violation> found = new ArrayList<>();

    Findings(Preset preset) {
        this.preset = preset.name();
    }

    /** Adds what has no name; {@code what} is the beginning of a sentence that ends with the policy. */
    void add(RuleName rule, String what, Span span) {
        add(rule, what + under(), span, Optional.empty());
    }

    /** Adds what is wrong with a name; {@code what} follows the quoted name, and what to do instead is the rule's. */
    void add(RuleName rule, String name, String what, Span span) {
        add(rule, name, what, rule.instead(), span);
    }

    /** Adds what is wrong with the last part of a dotted path. */
    void add(RuleName rule, Reference reference, String what) {
        add(rule, reference, what, rule.instead());
    }

    /** Adds what is wrong with the last part of a dotted path, and what to do instead. */
    void add(RuleName rule, Reference reference, String what, String instead) {
        int last = reference.path().size() - 1;
        add(rule, reference.path().get(last), what, instead, reference.spans().get(last));
    }

    /** Adds what is wrong with a name; {@code what} follows the quoted name, {@code instead} ends the sentence. */
    void add(RuleName rule, String name, String what, String instead, Span span) {
        String cut = cut(name, LONGEST_NAME);
        add(rule, '"' + cut + "\" " + what + under() + "; " + instead, span, Optional.of(cut));
    }

    /** Adds a sentence that needs no policy to be true. */
    void addPlain(RuleName rule, String sentence, Span span) {
        add(rule, cut(sentence, 2 * LONGEST_NAME), span, Optional.empty());
    }

    private void add(RuleName rule, String message, Span span, Optional<String> name) {
        found.add(
                new Violation(rule.id(), message, span.line(), span.column(), span.endLine(), span.endColumn(), name));
    }

    private String under() {
        return " under the policy " + preset;
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest)) + "\u2026";
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** The first hundred in the order of the text, nothing twice. */
    List<Violation> inSourceOrder() {
        return found.stream().sorted(SOURCE_ORDER).distinct().limit(MOST).toList();
    }
}
