package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongNumberTest {

    private static final int MOST = 4300;

    @ParameterizedTest
    @ValueSource(strings = {"%s", "0x%s", "0o%s", "0b%s", "1.%s", "%s.", "1e%s", "%sj", "x = [-%s]", "f'{%s}'"})
    void oneDigitTooMany(String program) {
        String digits = "1".repeat(MOST + 1);
        assertThat(Judging.rules(program.formatted(digits))).containsExactly("source");
        assertThat(Judging.violations(SourceCode.of(program.formatted(digits)), Preset.CONTAINER))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "0x%s", "0o%s", "0b%s", "1.%s", "1e%s", "x = [-%s]"})
    void asManyAsCPythonConverts(String program) {
        assertThat(Judging.strict(program.formatted("1".repeat(MOST - 1)))).isEmpty();
    }

    @Test
    void underscoresDoNotHideDigits() {
        assertThat(Judging.strict("x = 1" + "_1".repeat(MOST))).containsExactly("source 1:5-1:8606");
        assertThat(Judging.strict("x = 1" + "_1".repeat(MOST - 1))).isEmpty();
        assertThat(Judging.strict("0xF" + "_f".repeat(MOST))).containsExactly("source 1:1-1:8604");
        assertThat(Judging.strict("1" + "1".repeat(2200) + ".0" + "1".repeat(2200)))
                .hasSize(1);
    }

    @Test
    void everyLongNumberIsFound() {
        String number = "1".repeat(MOST + 1);
        assertThat(Judging.strict("x = " + number + " + \\\n" + number))
                .containsExactly("source 1:5-1:4306", "source 2:1-2:4302");
    }

    @Test
    void digitsInStringsCommentsAndNamesAreNoNumber() {
        String digits = "1".repeat(MOST + 1);
        assertThat(Judging.strict("x = '" + digits + "'\n# " + digits + "\na" + digits + " = b'" + digits + "'"))
                .isEmpty();
        assertThat(Judging.strict("'''\n" + digits + "\n''' f'" + digits + "{x:" + digits + "}'"))
                .isEmpty();
        assertThat(Judging.strict("x = " + "1+".repeat(MOST) + "1")).doesNotContain("source 1:5-1:8606");
    }

    /** The parser takes digits of other scripts for digits; Python does not. */
    @Test
    void digitsOfOtherScriptsCountToo() {
        assertThat(Judging.rules("1" + "\u0967".repeat(MOST))).containsExactly("source");
        assertThat(Judging.rules("1" + "\uD835\uDFD9".repeat(MOST))).containsExactly("source");
    }
}
