package org.safepython.executor.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;

/**
 * The policy file as it was when it was read: presets that the operator has derived. Immutable.
 *
 * @param path where it is
 * @param text what it said
 * @param presets what that means, in the order of the file
 */
public record PolicyFile(Path path, String text, List<PresetDefinition> presets) {
    /** Copies the list. */
    public PolicyFile {
        presets = List.copyOf(presets);
    }

    /**
     * Reads a file and what it means.
     *
     * @throws FileMistake where it cannot be used
     */
    public static PolicyFile read(Path path) {
        return of(path, SmallFile.text(path, UTF_8));
    }

    /**
     * What a text means that was read from a file.
     *
     * @throws FileMistake where it cannot be used
     */
    public static PolicyFile of(Path path, String text) {
        return new PolicyFile(path, text, PresetReader.read(text));
    }

    /** The same file, to be looked at while the server runs. */
    public WatchedFile watched() {
        return new WatchedFile(path, UTF_8, text);
    }
}
