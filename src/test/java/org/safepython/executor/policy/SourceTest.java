package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    private static final int MOST = 65536;

    private static List<String> found(byte[] bytes) {
        List<Violation> strict = Judging.violations(SourceCode.of(bytes), Preset.STRICT);
        List<Violation> container = Judging.violations(SourceCode.of(bytes), Preset.CONTAINER);
        assertThat(container)
                .extracting(Judging::line)
                .isEqualTo(strict.stream().map(Judging::line).toList());
        return strict.stream().map(Judging::line).toList();
    }

    private static List<String> found(String text) {
        return found(text.getBytes(UTF_8));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void sixtyFourKibibytesAreAccepted() {
        assertThat(found("#".repeat(MOST))).isEmpty();
        assertThat(found("#" + "\u00e9".repeat(MOST / 2 - 1) + "x")).isEmpty();
    }

    @Test
    void oneByteMoreIsRefusedWhereItBegins() {
        assertThat(found("#".repeat(MOST) + "x")).containsExactly("source 1:65537-1:65538");
        assertThat(found("#\n".repeat(MOST / 2) + "xy")).containsExactly("source 32769:1-32769:2");
        assertThat(found(new byte[10 * MOST])).hasSize(1);
    }

    static Stream<Arguments> bytesThatAreNotUtf8() {
        return Stream.of(
                arguments(bytes('a', '\n', '#', 0xFF), "2:2-2:3"),
                arguments(bytes(0xC3), "1:1-1:2"),
                arguments(bytes('"', 0xC3, '"'), "1:2-1:3"),
                arguments(bytes(0xC0, 0x80), "1:1-1:2"),
                arguments(bytes(0xE0, 0x80, 0x80), "1:1-1:2"),
                arguments(bytes('#', 0xC3, 0xA9, 0xED, 0xA0, 0x80), "1:3-1:4"),
                arguments(bytes(0xF4, 0x90, 0x80, 0x80), "1:1-1:2"),
                arguments(bytes('x', 0xF0, 0x9F, 0x98, 0x80, 0xF0, 0x9F, 0x98), "1:3-1:4"));
    }

    @ParameterizedTest
    @MethodSource
    void bytesThatAreNotUtf8(byte[] bytes, String place) {
        assertThat(found(bytes)).containsExactly("source " + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "container"})
    void halvesOfSurrogatePairsAreRefusedAndNotReplaced(String preset) {
        for (String text : List.of("x = '\uD83D'", "x = '\uDE00'", "x = '\uDE00\uD83D'")) {
            assertThat(Judging.violations(
                            SourceCode.of(text), Preset.builtIn(preset).orElseThrow()))
                    .extracting(Judging::line)
                    .containsExactly("source 1:6-1:7");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 0x0B, 0x0E, 0x1A, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
    void controlCharacters(int character) {
        assertThat(found("a\n\t'\uD83D\uDE00" + (char) character + "'")).containsExactly("source 2:4-2:5");
        assertThat(found("# " + (char) character)).containsExactly("source 1:3-1:4");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF})
    void charactersThatHideOrTurn(int character) {
        assertThat(found((char) character + "x")).containsExactly("source 1:1-1:2");
        assertThat(found("x = '\r\n" + (char) character + "'")).containsExactly("source 2:1-2:2");
    }

    @Test
    void whiteSpaceAndOtherCharactersAreAccepted() {
        assertThat(found("\t\f\r\n # \u00a0\u2028\u200b\uD83D\uDE00\u0301\n")).isEmpty();
    }

    @Test
    void everyBadCharacterIsFound() {
        assertThat(found("\0\r\0\r\n\0\n\0"))
                .containsExactly("source 1:1-1:2", "source 2:1-2:2", "source 3:1-3:2", "source 4:1-4:2");
        assertThat(found("\0".repeat(200))).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# coding: utf-8",
                "# -*- coding: UTF_8 -*-",
                "# vim: set fileencoding=utf8 :",
                "#!/usr/bin/python\n# coding=Utf-8-unix",
                "# coding: UTF8",
                "# coding: utf-8-sig",
                "# coding:",
                "# coding latin-1",
                "# coding : latin-1",
                "x # coding: latin-1",
                "x\n# coding: latin-1",
                "\\\n# coding: latin-1",
                "\n\n# coding: latin-1",
                "# a\r# b\r# coding: latin-1",
                "'''\n# coding: latin-1\n'''",
                "# Coding: latin-1",
                "# coding: utf-8 coding: latin-1",
                "x = 'coding: latin-1'"
            })
    void textThatPythonReadsAsUtf8(String text) {
        assertThat(found(text)).isEmpty();
    }

    static Stream<Arguments> otherCodings() {
        return Stream.of(
                arguments("# coding: latin-1", "1:11-1:18"),
                arguments("# -*- coding: utf-7 -*-", "1:15-1:20"),
                arguments("#coding=\tcp1252;", "1:10-1:16"),
                arguments(" \t\f# xcoding:rot13", "1:14-1:19"),
                arguments("# a\n# coding: utf-7", "2:11-2:16"),
                arguments("# a\r# coding: utf-7", "2:11-2:16"),
                arguments("# a\r\n# coding: utf-7\r\n", "2:11-2:16"),
                arguments("\f\n# coding: utf-7", "2:11-2:16"),
                arguments("# coding: # coding: utf-7", "1:21-1:26"),
                arguments("# coding: utf-8x", "1:11-1:17"),
                arguments("# coding: utf-16", "1:11-1:17"),
                arguments("# coding: utf8-unix", "1:11-1:20"),
                arguments("# coding: U8", "1:11-1:13"),
                // Line ends for others, but not for Python.
                arguments("# \u2028\uD83D\uDE00 coding: utf-7", "1:14-1:19"),
                arguments("# \u2028\n# coding: utf-7", "2:11-2:16"));
    }

    @ParameterizedTest
    @MethodSource
    void otherCodings(String text, String place) {
        assertThat(found(text)).containsExactly("source " + place);
    }

    @Test
    void theSecondCookieDoesNotCount() {
        assertThat(found("# coding: utf-8\n# coding: latin-1")).containsExactly("source 2:11-2:18");
    }

    @Test
    void theSourceComesFirst() {
        assertThat(found("# coding: latin-1\nimport os)\0")).containsExactly("source 1:11-1:18", "source 2:11-2:12");
    }

    @Test
    void theMessageTellsAPersonWhatIsWrong() {
        assertThat(Judging.violations(SourceCode.of("\u202Ex"), Preset.CONTAINER)
                        .get(0)
                        .message())
                .isEqualTo("the bidirectional control U+202E cannot be used under the policy container");
    }
}
