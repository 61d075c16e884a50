package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safepython.executor.settings.Language;

/** Tricky programs, each really run by the guest's CPython 2.7, as a file and as a text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Python2TrickySourcesIT {

    private final List<Trial> trials = Trial.running(Python2TrickySources.all(), new GuestPython(Language.PYTHON2));

    /** The call is seen, or that a text is run as a program, which every preset refuses. */
    @Test
    void testNoPayloadRunsUnseen() {
        List<Trial> ran = trials.stream().filter(trial -> trial.real().ran()).toList();
        assertThat(trials).hasSizeGreaterThan(20_000);
        assertThat(ran).hasSizeGreaterThan(8000);
        assertThat(ran)
                .filteredOn(trial -> trial.seen().isPresent())
                .hasSizeGreaterThan(5500)
                .allMatch(trial -> trial.sees("mark") || trial.sees("exec") || trial.sees("eval"));
    }

    @Test
    void testWhatBothReadTheyReadAlike() {
        assertThat(trials)
                .filteredOn(Trial::isRead)
                .hasSizeGreaterThan(9000)
                .allSatisfy(trial -> assertThat(trial.differences()).isEmpty());
    }
}
