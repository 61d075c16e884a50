package org.safepython.executor.settings;

/** A file of the operator's cannot be used; says where, what is wrong and what is allowed. */
public final class FileMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 60;

    private final int line;
    private final String sentence;

    /** A mistake on a line, counted from 1; 0 where the file as a whole is meant. */
    FileMistake(int line, String wrong, String allowed) {
        super(wrong + "; " + allowed);
        this.line = line;
        this.sentence = wrong + "; " + allowed;
    }

    /** {@code FILE:LINE: what is wrong; what is allowed}, on one line. */
    public String in(Object file) {
        return file + (line > 0 ? ":" + line : "") + ": " + sentence;
    }

    /** A stretch of the file as it can stand in a message. */
    static String quoted(String text) {
        String oneLine = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
        int end = oneLine.offsetByCodePoints(0, Math.min(LONGEST, oneLine.codePointCount(0, oneLine.length())));
        return '"' + oneLine.substring(0, end) + (end < oneLine.length() ? "\u2026" : "") + '"';
    }
}
