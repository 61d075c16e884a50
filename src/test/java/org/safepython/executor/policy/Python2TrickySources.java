package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tricky programs for Python 2.7: all that are tricky in Python 3, alone and behind coding cookies, and what only Python 2
 * has. A cookie does more there than say what bytes mean: with some of its spellings lines are read by other code.
 */
final class Python2TrickySources {

    /** By the tokenizer itself, as UTF-8, and by the decoder that it is given. */
    private static final List<String> COOKIES = List.of("# coding: utf-8\n", "# coding: utf8\n");

    private Python2TrickySources() {}

    static List<byte[]> all() {
        Stream<byte[]> texts = Stream.of(TrickySources.written("python2"), tabs(), literals(), cookies(), longLines())
                .flatMap(cases -> cases)
                .map(text -> text.getBytes(UTF_8));
        List<byte[]> alone = Stream.concat(TrickySources.all().stream(), texts).toList();
        Stream<byte[]> behind =
                COOKIES.stream().flatMap(cookie -> alone.stream().map(code -> joined(cookie, code)));
        return TrickySources.distinct(Stream.concat(alone.stream(), behind));
    }

    private static byte[] joined(String cookie, byte[] code) {
        return (cookie + new String(code, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Blanks before a tab count up to its column of eight, and a form feed begins anew. */
    private static Stream<String> tabs() {
        List<String> blanks = IntStream.rangeClosed(0, 9)
                .mapToObj(" "::repeat)
                .flatMap(spaces -> Stream.of(spaces, spaces + "\t", spaces + "\t ", spaces + "\f", spaces + "\f\t"))
                .toList();
        List<String> programs = List.of(
                "if 0:\n        x\nBmark()",
                "if 1:\n        1\nBmark()",
                "if 1:\n    if 0:\n\tx\nBmark()",
                "if 0:\nBx\n\tmark()");
        return blanks.stream().flatMap(blank -> programs.stream().map(program -> program.replace("B", blank)));
    }

    private static Stream<String> literals() {
        List<String> prefixes =
                List.of("", "r", "u", "U", "b", "ur", "uR", "Ur", "UR", "br", "BR", "ub", "bu", "ru", "rb");
        List<String> bodies = List.of(
                "\\u0027+mark()+\\u0027",
                "\\u0022+mark()+\\u0022",
                "\\u005cQ+mark()+Q",
                "\\u005c\\Q+mark()+Q",
                "\\x27+mark()+\\x27",
                "\\N{APOSTROPHE}+mark()+\\N{APOSTROPHE}",
                "\\u00",
                "`mark()`",
                "{0.mark}Q.format(mark())+Q",
                "%sQ%mark()+Q",
                "Q Q'Q;mark();Q",
                "QuQQ+mark()+urQQbQQ+Q");
        return prefixes.stream()
                .flatMap(prefix -> Stream.of("'", "\"", "'''", "\"\"\"")
                        .flatMap(quote -> bodies.stream()
                                .map(body -> prefix + quote + body.replace("Q", quote) + quote + "; mark()")));
    }

    private static Stream<String> cookies() {
        List<String> codings = List.of(
                "utf-8",
                "UTF-8",
                "utf_8",
                "Utf8",
                "u8",
                "utf",
                "utf8_ucs2",
                "utf-8-sig",
                "utf-8-x",
                "utf-8_",
                "utf-8.x",
                "cp65001");
        List<String> hidden = List.of(
                "rot13\nznex()",
                "rot_13\n#\u00e9\nznex()",
                "utf-7\n#+AAo-mark()",
                "utf_7\n#+AAo-mark()",
                "unicode_escape\n#\\nmark()",
                "unicode-escape\n#\\x0amark()",
                "raw_unicode_escape\n#\\u000amark()",
                "string_escape\n#\\nmark()",
                "string-escape\n#\\012mark()",
                "unicode_internal\nmark()",
                "utf-16\nmark()",
                "utf-8-sig\n\uFEFFmark()",
                "hex\n6d61726b2829",
                "punycode\nmark()-",
                "idna\nmark()",
                "latin-1\n#\u00e9\nmark()",
                "iso-8859-1\n#\u0085mark()",
                "latin1\n'\u00e9'; mark()",
                "ascii\n# \nmark()");
        List<String> texts = List.of(
                "mark()",
                "#\u00e9\nmark()",
                "#\u2028mark()",
                "#\u0085mark()",
                "# a\rmark()",
                "# a\r\nmark()",
                "'\u2028'; mark()");
        Stream<String> known = codings.stream().flatMap(coding -> texts.stream().map(text -> coding + "\n" + text));
        List<String> forms = List.of(
                "# coding: ?",
                "#\n# coding=?",
                "#!python\r\n# coding: ?",
                "# coding: ?\r",
                "#\r# coding: ?",
                "#\n#\n# coding: ?",
                "\\\n# coding: ?",
                "''; # coding: ?",
                "'''\n# coding: ?\n'''",
                "\t\f # coding:?",
                "# coding : ?",
                "# coding:coding: ?",
                "# coding\t:\t?",
                "# Coding: ?",
                "# coding: utf-8 coding: ?",
                "# coding: ? coding: utf-8",
                "\uFEFF# coding: ?",
                "\uFEFF\n# coding: ?",
                "if 1: # coding: ?\n 1",
                "\f\n# coding: ?");
        return Stream.concat(known, hidden.stream())
                .flatMap(code -> forms.stream().map(form -> {
                    int end = code.indexOf('\n');
                    return form.replace("?", code.substring(0, end)) + code.substring(end);
                }));
    }

    /** Decoders read lines in pieces, of 72 bytes at first; the tokenizer has room for so many that it then doubles. */
    private static Stream<String> longLines() {
        List<String> programs = List.of(
                "#F\r\nmark()",
                "'F'; mark()",
                "#F\u2028mark()",
                "#F\u2028\nmark()",
                "x = 1 # F\\\nmark()",
                "'''F\r\n'''; mark()",
                "#F\u0085\r\nif 0: pass\r\nmark()",
                "if 0:\n  '''F\n  '''\n  mark()");
        return Stream.of(60, 140, 1010, 8180)
                .flatMap(length -> IntStream.range(length, length + 20).mapToObj("x"::repeat))
                .flatMap(filler -> programs.stream().map(program -> program.replace("F", filler)));
    }
}
