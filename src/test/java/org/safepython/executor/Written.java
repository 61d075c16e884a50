package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project that the code writes: checked by every build, written anew with {@code -Ddocs.write}. */
public final class Written {
    private Written() {}

    /** Checks that a file is what the code writes, or makes it so where that is asked for. */
    public static void assertWritten(String file, String text) throws IOException {
        Path path = Path.of(file);
        if (System.getProperty("docs.write") != null) {
            Files.writeString(path, text);
        }
        assertThat(path)
                .as("mvn test -Dtest='*PageTest' -Ddocs.write makes it new")
                .hasContent(text);
    }
}
