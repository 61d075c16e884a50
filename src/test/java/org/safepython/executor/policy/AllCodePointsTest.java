package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.graalvm.shadowed.com.ibm.icu.lang.UCharacter;
import org.graalvm.shadowed.com.ibm.icu.lang.UProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepython.executor.settings.Terms;

/** Every character that can be in a name: what the rules see is the normalised name that Python looks up. */
class AllCodePointsTest {

    private static final int BATCH = 4000;

    @ParameterizedTest
    @CsvSource({"'', x", "x, ''", "x, x"})
    void namesAreSeenAsPythonLooksThemUp(String before, String behind) {
        int property = before.isEmpty() ? UProperty.XID_START : UProperty.XID_CONTINUE;
        List<String> names = IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(character -> UCharacter.hasBinaryProperty(character, property))
                .mapToObj(character -> before + Character.toString(character) + behind)
                .toList();
        assertThat(names).hasSizeGreaterThan(130_000);
        for (int begin = 0; begin < names.size(); begin += BATCH) {
            check(names.subList(begin, Math.min(begin + BATCH, names.size())));
        }
    }

    private static void check(List<String> names) {
        List<Naming> namings = read(String.join("\n", names)).namings();
        assertThat(namings).hasSameSizeAs(names);
        for (int i = 0; i < names.size(); i++) {
            String written = names.get(i);
            Naming seen = namings.get(i);
            assertThat(Normalizer.isNormalized(seen.name(), Normalizer.Form.NFKC))
                    .isTrue();
            assertThat(seen.span()).isEqualTo(Span.of(i + 1, 1, written.codePointCount(0, written.length())));
            // The parser knows a newer Unicode than this Java may do.
            if (written.codePoints().allMatch(Character::isDefined)) {
                assertThat(seen.name()).isEqualTo(Normalizer.normalize(written, Normalizer.Form.NFKC));
            }
        }
    }

    private static Program read(String program) {
        return Python3FrontEnd.read(program, Terms.MOST_NESTING, Deadline.in(Duration.ofSeconds(30)));
    }

    /** What is no part of a name cannot become one: the parser refuses it, or ends the name before it. */
    @Test
    void otherCharactersDoNotHideInNames() {
        for (int character = 0x80; character <= 0xFFFF; character++) {
            if (!UCharacter.hasBinaryProperty(character, UProperty.XID_CONTINUE)) {
                assertThat(isSyntaxError("x" + (char) character))
                        .as("U+%04X", character)
                        .isTrue();
            }
        }
    }

    private static boolean isSyntaxError(String program) {
        try {
            read(program);
            return false;
        } catch (SyntaxRefused refused) {
            return true;
        }
    }

    /** Ways to write the underscores and letters that rules look for. */
    @Test
    void otherWaysToWriteDunders() {
        for (String line : List.of("\uFF3F", "\uFE33", "\uFE34", "\uFE4D", "\uFE4E", "\uFE4F")) {
            assertThat(Judging.rules("x._" + line + "dict" + line + line)).containsExactly("dunder-attribute");
        }
        assertThat(Judging.strict("\uD835\uDC52\uD835\uDCCB\u1D43\u02E1")).containsExactly("builtin 1:1-1:5 eval");
        assertThat(Judging.strict("x.__\u2097\u2098__")).containsExactly("dunder-attribute 1:3-1:9 __lm__");
        assertThat(Judging.strict("o\u017F")).containsExactly("module-name 1:1-1:3 os");
    }
}
