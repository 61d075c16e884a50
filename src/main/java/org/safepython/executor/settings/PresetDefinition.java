package org.safepython.executor.settings;

import java.util.List;
import java.util.Optional;

/**
 * A preset as its author describes it. Immutable.
 *
 * @param name what requests and settings call it
 * @param parent the preset that it was derived from
 * @param description what it is for, for people
 * @param terms what its rules look for
 */
public record PresetDefinition(String name, Optional<String> parent, String description, Terms terms) {

    /** The default. */
    public static final PresetDefinition STRICT = new PresetDefinition(
            "strict", Optional.empty(), "No imports, nothing that leads out of plain computing.", Terms.STRICT);

    /** For everyday programs. */
    public static final PresetDefinition STANDARD = new PresetDefinition(
            "standard",
            Optional.empty(),
            "What strict allows, imports of modules that compute, and special names that reach no more than what the"
                    + " program has: operators as in x.__contains__, super().__x__(), int.__x__(), x.__class__.__name__,"
                    + " x.__doc__, x.__module__, x.__qualname__, and special methods by their plain names.",
            Terms.STANDARD);

    /** Judges the text alone. */
    public static final PresetDefinition CONTAINER = new PresetDefinition(
            "container", Optional.empty(), "Everything that is text; the container is the only wall.", Terms.STRICT);

    /** Those that are always there. */
    public static final List<PresetDefinition> BUILT_IN = List.of(STRICT, STANDARD, CONTAINER);

    /** Those that a policy file can derive others from. */
    public static final List<PresetDefinition> EXTENSIBLE = List.of(STRICT, STANDARD);
}
