package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Programs that hold a call {@code mark()} where people, tokenizers or decoders may not look for it. Some are no Python, in
 * some it is only text: what CPython does with each is found by running it.
 */
final class TrickySources {

    private static final List<String> LINE_ENDS = List.of("\n", "\r", "\r\n", "\n\r", "\r\r\n");
    private static final List<String> QUOTES = List.of("'", "\"", "'''", "\"\"\"");

    /** Controls, spaces, format and bidirectional characters, fillers, tags. */
    private static final int[] CHARACTERS = {
        0x00, 0x01, 0x04, 0x07, 0x08, 0x0B, 0x0C, 0x0E, 0x1A, 0x1B, 0x1C, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xA0, 0xAD,
        0x034F, 0x061C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202D,
        0x202E, 0x2060, 0x2062, 0x2066, 0x2067, 0x2069, 0x3000, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFD, 0xE0001, 0xE0020
    };

    private TrickySources() {}

    static List<byte[]> all() {
        Stream<String> texts = Stream.of(
                        written("syntax"),
                        written("fstrings"),
                        written("layout"),
                        lineEnds(),
                        characters(),
                        indentation(),
                        otherLetters(),
                        literals(),
                        cookies())
                .flatMap(cases -> cases);
        return distinct(Stream.concat(texts.map(text -> text.getBytes(UTF_8)), encoded()));
    }

    /** Each of the programs once. */
    static List<byte[]> distinct(Stream<byte[]> programs) {
        return programs.map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .distinct()
                .map(bytes -> bytes.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** The programs of a file. */
    static Stream<String> written(String file) {
        String text = new String(GuestPython.resource("/tricky/" + file + ".txt"), UTF_8);
        return Stream.of(text.split("\n---\n"));
    }

    private static Stream<String> lineEnds() {
        List<String> programs = List.of(
                "# aEmark()",
                "x = 1Emark()",
                "if 1:E mark()",
                "if 0:E xEmark()",
                "if 0:E xE  E # yE mark()",
                "'''E'''; mark()",
                "'aEb'; mark()",
                "'a\\Eb'; mark()",
                "r'a\\Eb'; mark()",
                "\\Emark()",
                "x = \\E\\Emark()",
                "f'''{Emark()}'''",
                "f'''E{mark()}E'''",
                "f'{1:E{mark()}}'",
                "(Emark # )E())",
                "#a\\Emark()",
                "# aE# coding: utf-7E#+AAo-mark()",
                "\f# aE\fmark()",
                "if 1: \\E mark()",
                "mark(E)E",
                "'''a'''E'''b'''Emark()");
        return LINE_ENDS.stream().flatMap(end -> programs.stream().map(program -> program.replace("E", end)));
    }

    private static Stream<String> characters() {
        List<String> places = List.of(
                "?mark()",
                "ma?rk()",
                "mark?()",
                "mark()?",
                "mark()\n?",
                "x = 1?mark()",
                "#?mark()",
                "# x?\nmark()",
                "if 1:\n? mark()",
                "if 0:\n x\n?mark()",
                "\\?mark()",
                "'?'; mark()",
                "'?mark()",
                "f'{?mark()}'",
                "f'?{mark()}'",
                "?# coding: utf-7\n#+AAo-mark()");
        return Arrays.stream(CHARACTERS)
                .mapToObj(Character::toString)
                .flatMap(character -> places.stream().map(place -> place.replace("?", character)));
    }

    private static Stream<String> indentation() {
        List<String> spaces =
                List.of("", " ", "  ", "\t", "\f", " \f", "\f ", "\t\f", "\f\t", " \t", "\t ", "        ");
        List<String> programs = List.of("if 0:\nA0\nBmark()", "if 1:\nA0\nBmark()", "A0\nBmark()");
        return spaces.stream()
                .flatMap(first -> spaces.stream()
                        .flatMap(second -> programs.stream()
                                .map(program -> program.replace("A", first).replace("B", second))));
    }

    /** Letters that Python takes for others: in names and attributes, where they count, and in keywords, where not. */
    private static Stream<String> otherLetters() {
        List<String> programs = List.of(
                "N()",
                "x = N; x()",
                "f'{N()}'",
                "(N)(1)",
                "[f() for f in [N]]",
                "import builtins; builtins.N()",
                "from builtins import N as x; x()",
                "N = 1; mark()",
                "@N\ndef f(): pass",
                "def f(N): N()\nf(mark)",
                "match mark:\n  case N: N()",
                "class C:\n  N = mark\nC.N()",
                "import builtins\nmatch builtins:\n  case object(N=f): f()");
        List<String> marks = Stream.concat(
                        alphabets("mark"), Stream.of("m\u00AArk", "ma\u02B3k", "\u1D50\u1D43\u02B3\u1D4F", "mar\u212A"))
                .toList();
        Stream<String> names =
                marks.stream().flatMap(name -> programs.stream().map(program -> program.replace("N", name)));
        Stream<String> keywords = Stream.of(
                        "if 1: mark()", "not mark()", "pass; mark()", "def f(x=mark()): 0", "import mark")
                .flatMap(program -> {
                    int end = program.indexOf(program.contains(";") ? ";" : " ");
                    return alphabets(program.substring(0, end)).map(word -> word + program.substring(end));
                });
        return Stream.concat(names, keywords);
    }

    private static Stream<String> alphabets(String word) {
        return IntStream.of(0x1D41A, 0x1D44E, 0x1D482, 0x1D4B6, 0x1D4EA, 0x1D51E, 0x1D552, 0x1D5BA, 0x1D68A, 0xFF41)
                .mapToObj(a -> word.chars()
                        .collect(
                                StringBuilder::new,
                                (letters, letter) -> letters.appendCodePoint(letter - 'a' + a),
                                StringBuilder::append)
                        .toString());
    }

    private static Stream<String> literals() {
        List<String> prefixes = List.of(
                "", "r", "R", "u", "U", "b", "B", "f", "F", "br", "bR", "Rb", "fr", "fR", "Rf", "RF", "ur", "uf", "bf");
        List<String> bodies = List.of(
                "{mark()}",
                "\\{mark()}",
                "\\\\{mark()}",
                "{{mark()}}",
                "\\N{mark()}",
                "\\N{BULLET}{mark()}",
                "\\N{NULL}{mark()}",
                "\\x7bmark()}",
                "\\173mark()}",
                "\\u007bmark()}",
                "Q+mark()+Q",
                "\\Q+mark()+Q",
                "\\\\Q+mark()#Q",
                "\\\n{mark()}",
                "\\\r\n{mark()}",
                "#{mark()}",
                "\u00e9{mark()}");
        return prefixes.stream()
                .flatMap(prefix -> QUOTES.stream()
                        .flatMap(quote ->
                                bodies.stream().map(body -> prefix + quote + body.replace("Q", quote) + quote)));
    }

    private static Stream<String> cookies() {
        List<String> before =
                List.of("", "\n", "\f", " \t\f", "#!/usr/bin/python3\n", "# a\r", "# a\r\n", "\f\n", "x\n", "\uFEFF");
        List<String> styles = List.of(
                "# coding: ?",
                "# -*- coding: ? -*-",
                "# vim: set fileencoding=? :",
                "#coding=?",
                "# xcoding:\t?;",
                "# coding : ?",
                "# coding: utf-8 coding: ?");
        List<String> hidden = new ArrayList<>();
        for (String coding : List.of("utf-7", "UTF_7", "U7", "unicode-1-1-utf-7")) {
            hidden.add(coding + "\n#+AAo-mark()");
        }
        hidden.add("unicode_escape\n#\\nmark()");
        hidden.add("raw-unicode-escape\n#\\u000amark()");
        hidden.add("hz\n#~\nmark()");
        hidden.add("utf-8\nmark()");
        hidden.add("latin-1\nmark()");
        hidden.add("no-such-coding\nmark()");
        return before.stream()
                .flatMap(first -> styles.stream()
                        .flatMap(style -> hidden.stream().map(coding -> {
                            int line = coding.indexOf('\n');
                            return first + style.replace("?", coding.substring(0, line)) + coding.substring(line);
                        })));
    }

    /** Bytes that are no UTF-8, or are so only by chance. */
    private static Stream<byte[]> encoded() {
        Stream<byte[]> other = Stream.of("UTF-16", "UTF-16LE", "UTF-32", "IBM037")
                .map(name -> "mark()\n".getBytes(Charset.forName(name)));
        Stream<byte[]> bytes = Stream.of(
                        "# coding: shift_jis\n'\u0083\\'; mark()#'",
                        "# coding: big5\n'\u00a5\\'; mark()#'",
                        "# coding: gbk\n'\u0081\\'; mark()#'",
                        "# coding: latin-1\n'\u00e9'; mark()",
                        "'\u00e9'; mark()",
                        "\u00c0\u00aemark()",
                        "#\u00c0\u008amark()",
                        "#\u00ed\u00a0\u0080\nmark()",
                        "\u00ef\u00bb\u00bf\u00ef\u00bb\u00bfmark()",
                        "\u00ef\u00bbmark()",
                        "\u00ef\u00bb\u00bf# coding: latin-1\nmark()",
                        "# coding: iso2022_jp\n#\u001b$B\nmark()",
                        "# coding: utf-8\n#\u00ff\nmark()")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
        return Stream.concat(other, bytes);
    }
}
