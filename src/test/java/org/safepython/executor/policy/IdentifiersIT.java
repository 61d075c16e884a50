package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Language;

/** Every character that the guest's CPython takes at the beginning or inside of a name: the same name comes of it here. */
class IdentifiersIT {

    private static final int BATCH = 3000;

    @Test
    void testEveryNameIsReadAsCPythonReadsIt() {
        GuestPython guest = new GuestPython(Language.PYTHON3);
        List<byte[]> batches = guest.identifiers().stream()
                .flatMap(names -> batches(names).stream())
                .toList();
        List<GuestPython.Answer> answers = guest.read(batches);
        int names = 0;
        for (int i = 0; i < batches.size(); i++) {
            assertThat(Seen.read(batches.get(i), Language.PYTHON3))
                    .hasValue(answers.get(i).names());
            names += answers.get(i).names().size();
        }
        assertThat(names).isGreaterThan(270_000);
    }

    private static List<byte[]> batches(List<String> names) {
        List<byte[]> batches = new ArrayList<>();
        for (int begin = 0; begin < names.size(); begin += BATCH) {
            List<String> batch = names.subList(begin, Math.min(begin + BATCH, names.size()));
            batches.add(String.join("\n", batch).getBytes(UTF_8));
        }
        return batches;
    }
}
