package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No payload runs that the front end did not see: each tricky program is really run by the guest's CPython. */
class TrickySourcesIT {

    @Test
    void testNoPayloadRunsUnseen() {
        List<byte[]> programs = TrickySources.all();
        List<GuestPython.Answer> answers = new GuestPython().run(programs);
        List<String> unseen = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        int refused = 0;
        int ran = 0;
        int both = 0;
        for (int i = 0; i < programs.size(); i++) {
            GuestPython.Answer answer = answers.get(i);
            Optional<List<String>> seen = Seen.read(programs.get(i));
            String program = new String(programs.get(i), UTF_8);
            if (answer.ran()) {
                ran++;
                refused += seen.isEmpty() ? 1 : 0;
            }
            if (seen.isPresent() && answer.ran() && seen.get().stream().noneMatch(TrickySourcesIT::isMark)) {
                unseen.add(program);
            }
            if (seen.isPresent() && answer.parsed()) {
                both++;
                Seen.differences(seen.get(), answer.names()).forEach(name -> differences.add(program + " -> " + name));
            } else if (seen.isEmpty() && answer.ran()) {
                 System.out.println("REF " + program.replace("\n", "\\n").replace("\r", "\\r"));
            }
        }
        System.out.println(programs.size() + " ran " + ran + " refused " + refused + " both " + both);
        assertThat(unseen).isEmpty();
        assertThat(differences).isEmpty();
    }

    private static boolean isMark(String name) {
        return name.matches("[na] mark \\d+ \\d+");
    }
}
