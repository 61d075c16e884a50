package org.safepython.executor.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.PresetDefinition;
import org.safepython.executor.settings.Terms;

/** A named set of rules, and the terms by which they judge. Every preset begins with the {@code source} rule. */
public final class Preset {

    /** The default: no imports, nothing that leads out of plain computing. */
    public static final Preset STRICT = of(PresetDefinition.STRICT);

    /** What {@link #STRICT} allows, imports of modules that compute, and harmless uses of special names. */
    public static final Preset STANDARD = of(PresetDefinition.STANDARD);

    /** The {@code source} rule alone: the container is the only wall. */
    public static final Preset CONTAINER = new Preset(PresetDefinition.CONTAINER, List.of());

    private final PresetDefinition definition;
    private final List<Rule> rules;

    private Preset(PresetDefinition definition, List<Rule> rules) {
        this.definition = definition;
        this.rules = List.copyOf(rules);
    }

    /** A preset that judges by all rules. */
    static Preset of(PresetDefinition definition) {
        return new Preset(definition, rules(definition.terms()));
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
                new CopyRule(terms),
                new DataClassRule(terms),
                new MadeClassRule(terms),
                new LibraryAttributeRule(terms),
                new FrameAttributeRule(),
                new FormatRule(),
                new DenialRule(terms));
    }

    /** The preset of this name, if it is one of those that are always there. */
    static Optional<Preset> builtIn(String name) {
        return List.of(STRICT, STANDARD, CONTAINER).stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst();
    }

    /** The name that requests and settings use. */
    public String name() {
        return definition.name();
    }

    /** How its author describes it. */
    public PresetDefinition definition() {
        return definition;
    }

    /** Whether programs are parsed; else their text alone is looked at. */
    public boolean parses() {
        return !rules.isEmpty();
    }

    /** What its rules look for. */
    Terms terms() {
        return definition.terms();
    }

    /** The modules that programs in this language can import. */
    public Set<String> modules(Language language) {
        return Library.of(language).offered(terms().modules());
    }

    /** Which rules it has, by name. */
    public List<RuleName> ruleNames() {
        return rules.isEmpty() ? List.of(RuleName.SOURCE) : List.of(RuleName.values());
    }

    /** The rules about what the program says; without any, the program is not parsed. */
    List<Rule> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return definition.name();
    }
}
