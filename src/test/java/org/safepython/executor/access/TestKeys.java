package org.safepython.executor.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safepython.executor.settings.Key;

/** A file of keys for a test. */
final class TestKeys {
    private final Path path;

    TestKeys(Path folder) {
        this.path = folder.resolve("keys");
        write("");
    }

    Path path() {
        return path;
    }

    void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String line(String name, String secret) {
        return name + " run sha256:" + Key.digest(secret) + "\n";
    }
}
