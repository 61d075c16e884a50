package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safepython.executor.settings.Language;

/** Tricky programs, each really run by the guest's CPython, as a file and as a text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrickySourcesIT {

    private final List<Trial> trials = Trial.running(TrickySources.all(), new GuestPython(Language.PYTHON3));

    @Test
    void testNoPayloadRunsUnseen() {
        List<Trial> ran = trials.stream().filter(trial -> trial.real().ran()).toList();
        assertThat(trials).hasSizeGreaterThan(3500);
        assertThat(ran).hasSizeGreaterThan(1400);
        assertThat(ran)
                .filteredOn(trial -> trial.seen().isPresent())
                .hasSizeGreaterThan(1000)
                .allMatch(trial -> trial.sees("mark"));
    }

    @Test
    void testWhatBothReadTheyReadAlike() {
        assertThat(trials)
                .filteredOn(Trial::isRead)
                .hasSizeGreaterThan(1800)
                .allSatisfy(trial -> assertThat(trial.differences()).isEmpty());
    }

    @Test
    void testNothingThatRunsIsRefusedForItsSyntax() {
        assertThat(trials)
                .filteredOn(trial -> trial.real().ran() && trial.seen().isEmpty())
                .filteredOn(trial -> Seen.hasPlainCharacters(trial.program(), Language.PYTHON3))
                .map(Trial::toString)
                .containsExactly("from __future__ import barry_as_FLUFL\n1 <> mark()");
    }
}
