package org.safepython.executor.policy;

/**
 * A stretch of the user's text: lines and columns count from 1, in code points, the end is exclusive.
 *
 * @param line line of the first character
 * @param column column of the first character
 * @param endLine line of the end
 * @param endColumn column after the last character
 */
record Span(int line, int column, int endLine, int endColumn) {

    /** The beginning of the text, for what has no better place. */
    static final Span START = new Span(1, 1, 1, 1);

    Span {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException(
                    "not a stretch of text: " + line + ":" + column + " to " + endLine + ":" + endColumn);
        }
    }

    /** {@code length} characters of one line. */
    static Span of(int line, int column, int length) {
        return new Span(line, column, line, column + length);
    }
}
