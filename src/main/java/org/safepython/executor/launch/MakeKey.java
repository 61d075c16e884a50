package org.safepython.executor.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.safepython.executor.settings.FileMistake;
import org.safepython.executor.settings.Key;
import org.safepython.executor.settings.KeyFile;

/** {@code make-key FILE NAME SCOPES [per-minute=N] [runs=N]}: adds a key to a file, and prints its secret, which is nowhere else. */
final class MakeKey {
    static final String COMMAND = "make-key";
    private static final String USAGE =
            "Usage: java -jar safe-python-executor.jar make-key FILE NAME SCOPES [per-minute=N] [runs=N]\n"
                    + "SCOPES are some of run, check, read, operate, with commas between.";

    private MakeKey() {}

    /** Does it; the exit status. */
    static int run(String... arguments) {
        if (arguments.length < 4) {
            System.err.println(USAGE);
            return 2;
        }
        Path file = Path.of(arguments[1]);
        String secret = Key.newSecret();
        List<String> limits = List.of(arguments).subList(4, arguments.length);
        String line = String.join(
                " ",
                Stream.concat(Stream.of(arguments[2], arguments[3], "sha256:" + Key.digest(secret)), limits.stream())
                        .toList());
        try {
            KeyFile before = Files.exists(file) ? KeyFile.read(file) : KeyFile.of(file, "");
            String separator = before.text().isEmpty() || before.text().endsWith("\n") ? "" : "\n";
            KeyFile after = KeyFile.of(file, before.text() + separator + line).requireFlawless();
            if (after.keys().size() != before.keys().size() + 1) {
                System.err.println(USAGE);
                return 2;
            }
            append(file, separator + line + "\n");
        } catch (FileMistake mistake) {
            System.err.println(mistake.in(file));
            return 2;
        } catch (IOException failure) {
            System.err.println(file + " cannot be written: " + failure.getMessage());
            return 1;
        }
        System.out.println(secret);
        return 0;
    }

    private static void append(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}
