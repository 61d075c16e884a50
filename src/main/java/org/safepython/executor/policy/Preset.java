package org.safepython.executor.policy;

import java.util.List;
import java.util.Optional;
import org.safepython.executor.settings.Terms;

/** A named set of rules, and the terms by which they judge. Every preset begins with the {@code source} rule. */
public final class Preset {

    /** The default: no imports, nothing that leads out of plain computing. */
    public static final Preset STRICT = new Preset("strict", Terms.STRICT, rules(Terms.STRICT));

    /** What {@link #STRICT} allows, and imports of modules that compute. */
    public static final Preset STANDARD = new Preset("standard", Terms.STANDARD, rules(Terms.STANDARD));

    /** The {@code source} rule alone: the container is the only wall. */
    public static final Preset CONTAINER = new Preset("container", Terms.STRICT, List.of());

    private final String name;
    private final Terms terms;
    private final List<Rule> rules;

    private Preset(String name, Terms terms, List<Rule> rules) {
        this.name = name;
        this.terms = terms;
        this.rules = List.copyOf(rules);
    }

    private static List<Rule> rules(Terms terms) {
        return List.of(
                new NestingRule(terms),
                new ImportRule(terms),
                new BuiltinRule(terms),
                new ModuleNameRule(terms),
                new DunderNameRule(terms),
                new DunderAttributeRule(terms),
                new PositionalPatternRule(terms),
                new MemberRule(terms),
                new DataClassRule(terms),
                new LibraryAttributeRule(terms),
                new FrameAttributeRule(),
                new FormatRule(),
                new DenialRule(terms));
    }

    /** The preset of this name, if there is one. */
    public static Optional<Preset> named(String name) {
        return List.of(STRICT, STANDARD, CONTAINER).stream()
                .filter(preset -> preset.name.equals(name))
                .findFirst();
    }

    /** The name that requests and settings use. */
    public String name() {
        return name;
    }

    /** What its rules look for. */
    Terms terms() {
        return terms;
    }

    /** The rules about what the program says; without any, the program is not parsed. */
    List<Rule> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return name;
    }
}
