package org.safepython.executor.policy;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A program's text as Jython's lexer takes it: lines end with LF, and each character is one {@code char}, so that
 * columns count code points. What CPython 2.7 would read in another way is refused here.
 */
final class Python2Text {

    /** Where each CRLF is a LF already. */
    private static final Pattern LONE_RETURN = Pattern.compile("\r");

    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7F]");
    private static final Pattern BEYOND_CHAR = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");

    private final String text;
    private final int[] lineStarts;

    private Python2Text(String text) {
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(index -> text.charAt(index) == '\n')
                                .map(index -> index + 1))
                .toArray();
    }

    /**
     * The text of a program.
     *
     * @throws SyntaxRefused when CPython 2.7 refuses its characters, or would end its lines elsewhere
     */
    static Python2Text of(String source) {
        Python2Text text = new Python2Text(
                BEYOND_CHAR.matcher(source.replace("\r\n", "\n")).replaceAll("\uFFFD"));
        text.refuse(LONE_RETURN, "a carriage return without a line feed cannot end a line");
        if (!CodingCookie.isIn(source)) {
            text.refuse(
                    BEYOND_ASCII,
                    "Non-ASCII character in file main.py, but no encoding declared: begin with \"# coding: utf-8\"");
        }
        return text;
    }

    /** CPython ends lines at a lone CR or not, depending on the cookie's spelling: so what is a comment is not sure. */
    private void refuse(Pattern pattern, String message) {
        Matcher found = pattern.matcher(text);
        if (found.find()) {
            throw new SyntaxRefused(message, between(found.start(), found.end()));
        }
    }

    char[] characters() {
        return text.toCharArray();
    }

    int length() {
        return text.length();
    }

    String substring(int begin, int end) {
        return text.substring(begin, end);
    }

    /** Whether a character stands at an index. */
    boolean has(char character, int index) {
        return index < text.length() && text.charAt(index) == character;
    }

    /** The stretch between two indexes, of which the parser may not know the second. */
    Span between(int begin, int end) {
        int first = Math.min(Math.max(begin, 0), text.length());
        int last = Math.min(Math.max(end, first), text.length());
        return new Span(line(first), column(first), line(last), column(last));
    }

    /** The line of an index, from 1. */
    int line(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an index, from 1. */
    int column(int index) {
        return index - lineStarts[line(index) - 1] + 1;
    }

    /** The place that the parser names by a line from 1 and a column from 0, as far as there is such a place. */
    Span at(int line, int column) {
        int known = Math.min(Math.max(line, 1), lineStarts.length);
        int begin = lineStarts[known - 1] + Math.max(column, 0);
        return between(begin, begin);
    }
}
