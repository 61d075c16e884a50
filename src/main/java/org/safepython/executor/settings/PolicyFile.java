package org.safepython.executor.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    private static final int MOST_BYTES = 256 * 1024;

    /** Copies the list. */
    public PolicyFile {
        presets = List.copyOf(presets);
    }

    /**
     * Reads a file and what it means.
     *
     * @throws PolicyMistake where it cannot be used
     */
    public static PolicyFile read(Path path) {
        return of(path, textOf(path));
    }

    /**
     * What a text means that was read from a file.
     *
     * @throws PolicyMistake where it cannot be used
     */
    public static PolicyFile of(Path path, String text) {
        return new PolicyFile(path, text, PresetReader.read(text));
    }

    /**
     * Reads a file, whatever it means.
     *
     * @throws PolicyMistake where it cannot be read
     */
    public static String textOf(Path path) {
        byte[] bytes = bytes(path);
        if (bytes.length > MOST_BYTES) {
            throw new PolicyMistake(0, "the file is too large", "at most 256 KiB");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new PolicyMistake(0, "the file is not UTF-8", "YAML in UTF-8");
        }
    }

    /** A pipe or a device would keep the reader waiting. */
    private static byte[] bytes(Path path) {
        if (Files.isRegularFile(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(MOST_BYTES + 1);
            } catch (IOException unreadable) {
                throw new PolicyMistake(0, "the file cannot be read", "a file that this process may read");
            }
        }
        throw new PolicyMistake(0, "there is no such file", "a YAML file of at most 256 KiB");
    }
}
