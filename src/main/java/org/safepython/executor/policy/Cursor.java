package org.safepython.executor.policy;

/** Counts lines and columns as Python does: a line ends with LF, CR or both. */
final class Cursor {

    private int line = 1;
    private int column = 1;
    private boolean afterReturn;

    /** The place behind a text. */
    static Cursor behind(String text) {
        Cursor cursor = new Cursor();
        text.codePoints().forEach(cursor::pass);
        return cursor;
    }

    void pass(int character) {
        if (character == '\n' && afterReturn) {
            afterReturn = false;
            return;
        }
        afterReturn = character == '\r';
        if (afterReturn || character == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    /** The next character. */
    Span next() {
        return Span.of(line, column, 1);
    }
}
