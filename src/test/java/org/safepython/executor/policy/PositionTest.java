package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines and columns count from 1, in code points of the user's text. */
class PositionTest {

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("os", "1:1-1:3"),
                arguments("x = '\uD83D\uDE00'; os", "1:10-1:12"),
                arguments("x = '\uD83D\uDC68\u200D\uD83D\uDC69'; os", "1:12-1:14"),
                arguments("\uD835\uDC65 = os", "1:5-1:7"),
                arguments("if x:\n\tos", "2:2-2:4"),
                arguments("if x:\n\t\tos", "2:3-2:5"),
                arguments("x =\tos", "1:5-1:7"),
                arguments("\fos", "1:2-1:4"),
                arguments("a\ros", "2:1-2:3"),
                arguments("a\r\nos", "2:1-2:3"),
                arguments("a\n\ros", "3:1-3:3"),
                arguments("a\r\r\nos", "3:1-3:3"),
                arguments("'''\r\n\r'''; os", "3:6-3:8"),
                arguments("# \u2028\u0301\nos", "2:1-2:3"),
                arguments("'\u2028'; os", "1:6-1:8"),
                arguments("(\\\r\nos)", "2:1-2:3"),
                arguments("e\u0301 = os", "1:6-1:8"),
                arguments("f'\uD83D\uDE00{os}'", "1:5-1:7"),
                arguments("f'''\n\uD83D\uDE00{\n  os}'''", "3:3-3:5"),
                arguments("f'{1:\uD83D\uDE00{os}}'", "1:8-1:10"),
                arguments("('a'\n'b', f'{os}')", "2:9-2:11"),
                arguments("'\uD83D\uDE00'.os", "1:5-1:7"),
                arguments("f'{x.os}'", "1:6-1:8"));
    }

    @ParameterizedTest
    @MethodSource
    void places(String program, String place) {
        assertThat(Judging.strict(program)).containsExactly("module-name " + place + " os");
    }
}
