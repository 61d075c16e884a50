package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tricky programs, each really run by the guest's CPython, as a file and as a text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrickySourcesIT {

    private static final Pattern MARK = Pattern.compile("[na] mark [0-9]+ [0-9]+");

    private final List<Case> cases = new ArrayList<>();

    private record Case(byte[] program, Optional<List<String>> seen, GuestPython.Answer real) {
        private boolean seesTheCall() {
            return seen.orElseThrow().stream().anyMatch(MARK.asMatchPredicate());
        }

        private boolean refusedForItsSyntax() {
            return seen.isEmpty() && Seen.hasPlainCharacters(program);
        }

        @Override
        public String toString() {
            return new String(program, UTF_8);
        }
    }

    @BeforeAll
    void ask() {
        List<byte[]> programs = TrickySources.all();
        List<GuestPython.Answer> answers = new GuestPython().run(programs);
        for (int i = 0; i < programs.size(); i++) {
            cases.add(new Case(programs.get(i), Seen.read(programs.get(i)), answers.get(i)));
        }
    }

    @Test
    void testNoPayloadRunsUnseen() {
        List<Case> ran = cases.stream().filter(one -> one.real.ran()).toList();
        assertThat(cases).hasSizeGreaterThan(3500);
        assertThat(ran).hasSizeGreaterThan(1400);
        assertThat(ran)
                .filteredOn(one -> one.seen.isPresent())
                .hasSizeGreaterThan(1000)
                .allMatch(Case::seesTheCall);
    }

    @Test
    void testWhatBothReadTheyReadAlike() {
        List<Case> both = cases.stream()
                .filter(one -> one.seen.isPresent() && one.real.parsed())
                .toList();
        assertThat(both)
                .hasSizeGreaterThan(1800)
                .allSatisfy(one -> assertThat(Seen.differences(one.seen.orElseThrow(), one.real.names()))
                        .isEmpty());
    }

    @Test
    void testNothingThatRunsIsRefusedForItsSyntax() {
        assertThat(cases)
                .filteredOn(one -> one.real.ran() && one.refusedForItsSyntax())
                .map(Case::toString)
                .containsExactly("from __future__ import barry_as_FLUFL\n1 <> mark()");
    }
}
