package org.safepython.executor.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that an operator writes. */
final class SmallFile {
    private static final int MOST_BYTES = 256 * 1024;

    private SmallFile() {}

    /**
     * Reads a file, whatever it means.
     *
     * @throws FileMistake where it cannot be read
     */
    static String text(Path path, Charset charset) {
        byte[] bytes = bytes(path);
        if (bytes.length > MOST_BYTES) {
            throw new FileMistake(0, "the file is too large", "at most 256 KiB");
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            throw new FileMistake(0, "the file is not " + charset, "text in " + charset);
        }
    }

    /** A pipe or a device would keep the reader waiting. */
    private static byte[] bytes(Path path) {
        if (Files.isRegularFile(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(MOST_BYTES + 1);
            } catch (IOException unreadable) {
                throw new FileMistake(0, "the file cannot be read", "a file that this process may read");
            }
        }
        throw new FileMistake(0, "there is no such file", "a file of at most 256 KiB");
    }
}
