package org.safepython.executor.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safepython.executor.settings.PresetDefinition;

/**
 * All presets at one time. Immutable.
 *
 * @param allowed those that requests may choose, the default first
 * @param existing the names of all
 * @param notes what the operator should know about them
 */
record PresetEdition(List<Preset> allowed, List<String> existing, List<String> notes) {

    /** The end of a note about what was not taken over. */
    static final String KEPT = ". What was read before stays in force.";

    PresetEdition {
        allowed = List.copyOf(allowed);
        existing = List.copyOf(existing);
        notes = List.copyOf(notes);
    }

    /** The presets of these names, each built in or derived. */
    static PresetEdition of(List<String> allowed, List<PresetDefinition> derived) {
        List<Preset> presets = allowed.stream()
                .map(name -> find(name, derived)
                        .orElseThrow(() -> new IllegalArgumentException("there is no preset " + name)))
                .toList();
        return new PresetEdition(presets, names(derived), List.of());
    }

    /** The same names, each as it is defined now; one that is gone stays as it was. */
    PresetEdition followedBy(List<PresetDefinition> derived, String file) {
        List<Preset> presets = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (Preset before : allowed) {
            Optional<Preset> now = find(before.name(), derived);
            presets.add(now.orElse(before));
            if (now.isEmpty()) {
                gone.add(file + ": the preset " + before.name() + " is gone" + KEPT);
            }
        }
        return new PresetEdition(presets, names(derived), gone);
    }

    /** The same presets, with a note about a file that cannot be used. */
    PresetEdition kept(String mistake) {
        return new PresetEdition(allowed, existing, List.of(mistake + KEPT));
    }

    boolean exists(String name) {
        return existing.contains(name)
                || allowed.stream().anyMatch(preset -> preset.name().equals(name));
    }

    private static Optional<Preset> find(String name, List<PresetDefinition> derived) {
        return Preset.builtIn(name)
                .or(() -> derived.stream()
                        .filter(definition -> definition.name().equals(name))
                        .findFirst()
                        .map(Preset::of));
    }

    private static List<String> names(List<PresetDefinition> derived) {
        return Stream.concat(PresetDefinition.BUILT_IN.stream(), derived.stream())
                .map(PresetDefinition::name)
                .toList();
    }
}
