package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {

    static Stream<Arguments> errors() {
        return Stream.of(
                arguments("x =", 1, 4, "invalid syntax"),
                arguments("os; eval; (", 1, 11, "'(' was never closed"),
                arguments("\n\n  x", 3, 3, "unexpected indent"),
                arguments("def f():\nx", 2, 1, "expected an indented block after function definition on line 1"),
                arguments("x = 'a", 1, 5, "unterminated string literal (detected at line 1)"),
                arguments("'\uD83D\uDE00'; 'a", 1, 6, "unterminated string literal (detected at line 1)"),
                arguments("print 1", 1, 1, "Missing parentheses in call to 'print'. Did you mean print(...)?"),
                arguments("f(a=1, 2)", 1, 9, "positional argument follows keyword argument"),
                arguments("1 = x", 1, 1, "cannot assign to literal here. Maybe you meant '==' instead of '='?"),
                arguments("if x:\n\ty\n        z", 3, 1, "inconsistent use of tabs and spaces in indentation"),
                arguments("x = \u00a7%d", 1, 5, "invalid character '\u00a7' (U+00A7)"),
                arguments("f'{a b}'", 1, 4, "invalid syntax. Perhaps you forgot a comma?"),
                arguments("x = b'\u00e9'", 1, 5, "bytes can only contain ASCII literal characters"));
    }

    @ParameterizedTest
    @MethodSource
    void errors(String program, int line, int column, String message) {
        assertThat(Judging.violations(program)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("syntax");
            assertThat(violation.message()).isEqualTo(message);
            assertThat(violation.line()).isEqualTo(line);
            assertThat(violation.column()).isEqualTo(column);
            assertThat(violation.name()).isEmpty();
        });
    }

    @Test
    void thePlaceIsNeverBackwards() {
        for (String program :
                new String[] {"(", "x = (\n", "\"\"\"\n\n", "f'''{", "try: x", "\\", "if x:\n", "x\n  \n y"}) {
            assertThat(Judging.violations(program)).singleElement().satisfies(violation -> {
                assertThat(violation.line()).isPositive();
                assertThat(violation.column()).isPositive();
                assertThat(violation.endLine()).isGreaterThanOrEqualTo(violation.line());
                assertThat(violation.endLine() > violation.line() || violation.endColumn() >= violation.column())
                        .isTrue();
            });
        }
    }

    /** What CPython refuses with an error, the parser answers with an exception of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"f'' b''", "1.\u0967", "1\u0967", "'' b''", "0x", "1_", "\u0967"})
    void whatMakesTheParserFailIsRefused(String program) {
        assertThat(Judging.rules(program)).containsExactly("syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"print 'x'", "exec 'x'", "`x`", "raise A, b", "def f[T = int](): ...", "t'{x}'"})
    void otherPythons(String program) {
        assertThat(Judging.rules(program)).containsExactly("syntax");
    }

    @Test
    void onlyTheContainerRunsWhatCannotBeParsed() {
        assertThat(Judging.violations(SourceCode.of("x ="), Preset.CONTAINER)).isEmpty();
        assertThat(Judging.violations(SourceCode.of("import os"), Preset.CONTAINER))
                .isEmpty();
    }

    /** An error may quote a name of the user's, and that may be long. */
    @Test
    void longMessagesAreCut() {
        String program = "f'{x!" + "r".repeat(5000) + "}'";
        assertThat(Judging.violations(program).get(0).message()).hasSizeLessThan(200);
    }
}
