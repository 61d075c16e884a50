package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Language;

/** The front end reads the guest's standard library as the guest's own CPython does: every name, line and column. */
class ParserContractIT {

    private static final int LARGEST = 64 * 1024;

    @Test
    void testTheStandardLibraryIsReadAsCPythonReadsIt() {
        GuestPython guest = new GuestPython(Language.PYTHON3);
        Map<String, byte[]> files = guest.library();
        files.values().removeIf(source -> source.length > LARGEST);
        List<GuestPython.Answer> answers = guest.read(List.copyOf(files.values()));

        List<String> refused = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            List<String> real = answers.get(at++).names();
            Optional<List<String>> seen = Seen.read(file.getValue(), Language.PYTHON3);
            seen.ifPresentOrElse(
                    names ->
                            Seen.differences(names, real).forEach(name -> differences.add(file.getKey() + ": " + name)),
                    () -> refused.add(file.getKey()));
        }

        assertThat(differences).isEmpty();
        assertThat(refused).as("it has a byte order mark in a comment").containsExactly("zipfile/_path/__init__.py");
        assertThat(files).hasSizeGreaterThan(550);
        assertThat(answers).allMatch(GuestPython.Answer::parsed);
        assertThat(answers.stream().mapToInt(answer -> answer.names().size()).sum())
                .isGreaterThan(200_000);
    }
}
