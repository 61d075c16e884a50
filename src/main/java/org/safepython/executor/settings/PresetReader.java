package org.safepython.executor.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the presets of a policy file, and stops at the first mistake. */
final class PresetReader {
    /** The shape of a derived preset's name. */
    static final String NAME = "^[a-z][a-z0-9-]{0,39}$";

    /** The shape of a description. */
    static final String DESCRIPTION = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{1,300}$";

    static final int MOST_PRESETS = 32;
    static final String PRESETS = "presets";

    private static final String NAMES_ALLOWED =
            "a name has at most 40 small letters, digits and hyphens, begins with a letter, and is none of "
                    + String.join(", ", reserved());

    private PresetReader() {}

    /** The names that no derived preset can have. */
    static List<String> reserved() {
        return PresetDefinition.BUILT_IN.stream().map(PresetDefinition::name).toList();
    }

    /** The names that a preset can extend. */
    static List<String> bases() {
        return PresetDefinition.EXTENSIBLE.stream().map(PresetDefinition::name).toList();
    }

    static List<PresetDefinition> read(String text) {
        YamlPart.Table file = table(YamlReader.read(text), "the file", "it has the key presets");
        List<PresetDefinition> presets = new ArrayList<>();
        for (YamlPart.Entry entry : file.entries()) {
            if (!entry.key().equals(PRESETS)) {
                throw unknown(entry, PRESETS);
            }
            for (YamlPart.Entry preset :
                    table(entry.value(), PRESETS, "names with what they mean").entries()) {
                presets.add(preset(preset));
            }
        }
        if (presets.isEmpty() || presets.size() > MOST_PRESETS) {
            throw new FileMistake(
                    file.line(), "there are " + presets.size() + " presets", "1 to " + MOST_PRESETS + " under presets");
        }
        return presets;
    }

    private static FileMistake unknown(YamlPart.Entry entry, String known) {
        return new FileMistake(
                entry.line(), "there is no key " + FileMistake.quoted(entry.key()), "there are: " + known);
    }

    static YamlPart.Table table(YamlPart part, String what, String allowed) {
        if (part instanceof YamlPart.Table table) {
            return table;
        }
        throw new FileMistake(part.line(), what + " is no mapping", allowed);
    }

    private static PresetDefinition preset(YamlPart.Entry entry) {
        if (!entry.key().matches(NAME) || reserved().contains(entry.key())) {
            throw new FileMistake(
                    entry.line(), FileMistake.quoted(entry.key()) + " cannot name a preset", NAMES_ALLOWED);
        }
        Map<PolicyKey, YamlPart> parts = new EnumMap<>(PolicyKey.class);
        for (YamlPart.Entry part :
                table(entry.value(), entry.key(), "its keys are " + keys()).entries()) {
            parts.put(PolicyKey.of(part.key()).orElseThrow(() -> unknown(part, keys())), part.value());
        }
        PresetDefinition base = base(entry, Optional.ofNullable(parts.get(PolicyKey.EXTENDS)));
        String description = parts.containsKey(PolicyKey.DESCRIPTION)
                ? description(parts.get(PolicyKey.DESCRIPTION))
                : "Derived from " + base.name() + ".";
        return new PresetDefinition(
                entry.key(), Optional.of(base.name()), description, new TermsReader(base, parts).terms());
    }

    private static String keys() {
        return Stream.of(PolicyKey.values()).map(PolicyKey::key).collect(Collectors.joining(", "));
    }

    private static PresetDefinition base(YamlPart.Entry preset, Optional<YamlPart> extended) {
        String allowed = "it is one of: " + String.join(", ", bases());
        if (extended.isEmpty()) {
            throw new FileMistake(preset.line(), preset.key() + " extends nothing", "extends is needed, " + allowed);
        }
        return PresetDefinition.EXTENSIBLE.stream()
                .filter(base -> extended.get() instanceof YamlPart.Text text
                        && base.name().equals(text.value()))
                .findFirst()
                .orElseThrow(() -> new FileMistake(
                        extended.get().line(), "extends names no preset that can be extended", allowed));
    }

    private static String description(YamlPart part) {
        if (part instanceof YamlPart.Text text && text.value().matches(DESCRIPTION)) {
            return text.value();
        }
        throw new FileMistake(
                part.line(), "description is no line of text", "a string of 1 to 300 characters, on one line");
    }
}
