package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Language;

/** The front ends read the guests' standard libraries as the guests' own CPython does: every name, line and column. */
class ParserContractIT {

    private static final int LARGEST = 64 * 1024;

    @Test
    void testTheLibraryOfPython3IsReadAsCPythonReadsIt() {
        Map<String, Trial> files = library(Language.PYTHON3);
        assertThat(files.values())
                .hasSizeGreaterThan(550)
                .allMatch(file -> file.real().parsed());
        assertThat(refused(files))
                .as("it has a byte order mark in a comment")
                .containsExactly("zipfile/_path/__init__.py");
        assertThat(differences(files)).isEmpty();
        assertThat(names(files)).isGreaterThan(200_000);
    }

    /** A few files of its library declare another coding. */
    @Test
    void testTheLibraryOfPython2IsReadAsCPythonReadsIt() {
        Map<String, Trial> files = library(Language.PYTHON2);
        files.values().removeIf(file -> !Seen.hasPlainCharacters(file.program(), Language.PYTHON2));
        assertThat(files).hasSizeGreaterThan(500);
        assertThat(refused(files))
                .as("it ends with a backslash and an empty line, which Jython takes for an error")
                .singleElement()
                .asString()
                .endsWith("/IN.py");
        assertThat(differences(files)).isEmpty();
        assertThat(names(files)).isGreaterThan(150_000);
    }

    private static Map<String, Trial> library(Language language) {
        GuestPython guest = new GuestPython(language);
        Map<String, byte[]> files = guest.library();
        files.values().removeIf(source -> source.length > LARGEST);
        List<Trial> trials = Trial.reading(List.copyOf(files.values()), guest);
        Map<String, Trial> named = new TreeMap<>();
        files.keySet().forEach(name -> named.put(name, trials.get(named.size())));
        return named;
    }

    /** The files that only CPython reads. */
    private static List<String> refused(Map<String, Trial> files) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().real().parsed()
                        && file.getValue().seen().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> differences(Map<String, Trial> files) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().isRead())
                .flatMap(file -> file.getValue().differences().stream().map(name -> file.getKey() + ": " + name))
                .toList();
    }

    private static int names(Map<String, Trial> files) {
        return files.values().stream()
                .mapToInt(file -> file.real().names().size())
                .sum();
    }
}
