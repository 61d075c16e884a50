package org.safepython.executor.web;

import java.util.List;
import org.safepython.executor.policy.Violation;

/** What the page shows below the program. Immutable; with getters, for expressions in the page. */
public final class Report {
    static final Report NONE = new Report("", "", List.of(), List.of(), List.of());

    private final String mood;
    private final String sentence;
    private final List<Fact> facts;
    private final List<Violation> violations;
    private final List<StreamView> streams;

    Report(String mood, String sentence, List<Fact> facts, List<Violation> violations, List<StreamView> streams) {
        this.mood = mood;
        this.sentence = sentence;
        this.facts = List.copyOf(facts);
        this.violations = List.copyOf(violations);
        this.streams = List.copyOf(streams);
    }

    static Report trouble(String sentence) {
        return new Report("bad", sentence, List.of(), List.of(), List.of());
    }

    /** Whether anything has happened yet. */
    public boolean isPresent() {
        return !sentence.isEmpty();
    }

    /** {@code good} or {@code bad}. */
    public String getMood() {
        return mood;
    }

    /** The outcome in words. */
    public String getSentence() {
        return sentence;
    }

    /** Figures beside the outcome. */
    public List<Fact> getFacts() {
        return facts;
    }

    /** What the policy refused. */
    public List<Violation> getViolations() {
        return violations;
    }

    /** What the program wrote. */
    public List<StreamView> getStreams() {
        return streams;
    }

    /** A figure with its name. */
    public record Fact(String label, String value) {}

    /**
     * One stream of a program.
     *
     * @param name {@code stdout} or {@code stderr}
     * @param title for people
     * @param text what was kept, as text
     * @param notice what is missing, empty for nothing
     */
    public record StreamView(String name, String title, String text, String notice) {}
}
