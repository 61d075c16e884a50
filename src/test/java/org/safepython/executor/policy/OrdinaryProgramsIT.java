package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Language;

/** Programs that people write are not in the way of the rules: those few that are refused stand in a list, with the reason. */
class OrdinaryProgramsIT {

    private final GuestPython guest = new GuestPython(Language.PYTHON3);

    @Test
    void testOnlyTheListedProgramsAreRefused() {
        Map<String, byte[]> ours = OrdinaryPrograms.ours();
        Map<String, byte[]> others = OrdinaryPrograms.others(guest);
        Map<String, byte[]> programs = new TreeMap<>(others);
        programs.putAll(ours);

        assertThat(ours).hasSizeGreaterThanOrEqualTo(100);
        assertThat(others).hasSizeGreaterThanOrEqualTo(200);
        assertThat(guest.exitCodes(List.copyOf(ours.values()))).containsOnly("0");
        List<String> refused = programs.entrySet().stream()
                .map(program -> program.getKey() + ": " + refusal(program.getValue()))
                .filter(line -> !line.endsWith(": "))
                .toList();
        assertThat(refused).containsExactlyInAnyOrderElementsOf(listed(programs.keySet()));
    }

    /** What a program is refused for, each thing once. */
    private static String refusal(byte[] program) {
        return Judging.violations(SourceCode.of(program), Preset.STANDARD).stream()
                .map(violation -> violation.rule()
                        + violation.name().map(name -> " " + name).orElse(""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<String> listed(Set<String> programs) {
        return new String(GuestPython.resource("/refused-programs.txt"), UTF_8)
                .lines()
                .filter(line -> programs.contains(line.replaceFirst(": .*", "")))
                .toList();
    }
}
