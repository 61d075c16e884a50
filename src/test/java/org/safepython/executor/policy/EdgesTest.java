package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a rule begins and ends to the character, and what it says: mutation testing found these untested. */
class EdgesTest {

    private static Violation only(String program) {
        List<Violation> violations = Judging.violations(program);
        assertThat(violations).hasSize(1);
        return violations.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "x = __loader__, cannot be read",
        "lambda: [__hash__ := 1], cannot be used as a name",
        "del __x__, cannot be used as a name",
        "def __x__(): ..., cannot be defined here",
        "__x__ = 1, cannot be defined here"
    })
    void testTheMessageSaysWhatWasDoneWithAName(String program, String deed) {
        assertThat(only(program).message()).contains("__\" " + deed);
    }

    @Test
    void testNamesAreCutBehindEightyCharacters() {
        String longest = "__" + "x".repeat(76) + "__";
        assertThat(only("y." + longest).name()).hasValue(longest);
        String longer = "__x" + longest.substring(2);
        assertThat(only("y." + longer).name()).hasValue(longer.substring(0, 80) + "\u2026");
    }

    @ParameterizedTest
    @CsvSource({"D7FF, false", "D800, true", "DBFF, true", "DC00, true", "DFFF, true", "E000, false"})
    void testExactlySurrogatesAreRefused(String character, boolean refused) {
        String program = "'" + (char) Integer.parseInt(character, 16) + "'";
        assertThat(!Judging.violations(program).isEmpty()).isEqualTo(refused);
    }

    @Test
    void testValuesTellThemselvesApart() {
        assertThat(SourceCode.of("a").hashCode())
                .isNotEqualTo(SourceCode.of("b").hashCode());
        assertThat(Preset.STRICT).hasToString("strict");
        assertThat(new Verdict.Judged(List.of()).accepted()).isTrue();
        Violation violation = new Violation("syntax", "no Python", 1, 1, 1, 1, Optional.empty());
        assertThat(new Verdict.Judged(List.of(violation)).accepted()).isFalse();
    }
}
