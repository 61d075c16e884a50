package org.safepython.executor.sandbox.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that attacks one wall, with what its first line says of it.
 *
 * @param name the file below the folder of attacks
 * @param wall what it attacks
 * @param outcome {@code exit N}, {@code signal N} or {@code memory}
 * @param evidence what it prints while the wall stands
 * @param removed the walls to take away to see it succeed; empty where that cannot be
 * @param success what it prints then, one of these by the kernel
 * @param code the program
 */
record Attack(
        String name,
        String wall,
        String outcome,
        String evidence,
        List<String> removed,
        List<String> success,
        String code) {
    private static final Path FOLDER = Path.of("src/test/resources/attacks");
    private static final Pattern FIRST_LINE =
            Pattern.compile("# wall: (.+); outcome: (.+); evidence: (.+); without: (?:none, .+|(.+) -> (.+))");

    static List<Attack> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().map(Attack::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Attack read(Path file) {
        try {
            String code = Files.readString(file);
            Matcher line = FIRST_LINE.matcher(code.lines().findFirst().orElse(""));
            if (!line.matches()) {
                throw new AssertionError(file + " does not say what it attacks");
            }
            List<String> removed = line.group(4) == null
                    ? List.of()
                    : Arrays.asList(line.group(4).split(", "));
            List<String> success = line.group(5) == null
                    ? List.of()
                    : Arrays.asList(line.group(5).split(" or "));
            String name = FOLDER.relativize(file).toString();
            return new Attack(name, line.group(1), line.group(2), line.group(3), removed, success, code);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
