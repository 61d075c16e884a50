package org.safepython.executor.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.safepython.executor.settings.Language;

/** A program of a table, with a name that says what it is. */
record NamedProgram(String name, String code) {

    private static final Path FOLDER = Path.of("src/test/resources/standard");

    /** What people write every day. */
    static Stream<NamedProgram> everyday(Language language) {
        return read("everyday" + suffix(language) + ".txt");
    }

    /** NamedProgram that print HIT when they have reached what no program should, and only then. */
    static Stream<NamedProgram> escapes(Language language) {
        return read("escapes" + suffix(language) + ".txt");
    }

    static String walk(Language language) {
        return text("walk" + suffix(language) + ".py");
    }

    /** Makes programs of Python 2 in which a name is a module. */
    static String scopes() {
        return text("scopes-python2.py");
    }

    private static String suffix(Language language) {
        return language == Language.PYTHON3 ? "" : "-" + language.label();
    }

    /** Each program begins with a line {@code #### its name}. */
    private static Stream<NamedProgram> read(String file) {
        return Stream.of(text(file).split("(?m)^#### ", -1)).skip(1).map(NamedProgram::parse);
    }

    private static NamedProgram parse(String part) {
        int line = part.indexOf('\n');
        return new NamedProgram(part.substring(0, line), part.substring(line + 1));
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
