package org.safepython.executor.policy;

import java.util.List;
import java.util.Optional;

/** A named set of rules. Every preset begins with the {@code source} rule. */
public final class Preset {

    /** The default: no imports, nothing that leads out of plain computing. */
    public static final Preset STRICT = new Preset(
            "strict",
            List.of(
                    new NestingRule(),
                    new ImportRule(),
                    new BuiltinRule(),
                    new ModuleNameRule(),
                    new DunderNameRule(),
                    new DunderAttributeRule(),
                    new PositionalPatternRule(),
                    new FrameAttributeRule(),
                    new FormatRule()));

    /** The {@code source} rule alone: the container is the only wall. */
    public static final Preset CONTAINER = new Preset("container", List.of());

    private final String name;
    private final List<Rule> rules;

    private Preset(String name, List<Rule> rules) {
        this.name = name;
        this.rules = List.copyOf(rules);
    }

    /** The preset of this name, if there is one. */
    public static Optional<Preset> named(String name) {
        return List.of(STRICT, CONTAINER).stream()
                .filter(preset -> preset.name.equals(name))
                .findFirst();
    }

    /** The name that requests and settings use. */
    public String name() {
        return name;
    }

    /** Whether programs are parsed; else their text alone is looked at. */
    public boolean parses() {
        return !rules.isEmpty();
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
