package org.safepython.executor.policy;

import java.util.List;

/** A program's text by line and column, to find where in a construct a name stands. */
final class Text {

    private static final int[] NOTHING = {};

    private final List<int[]> lines;

    Text(String source) {
        this.lines = source.lines().map(line -> line.codePoints().toArray()).toList();
    }

    /** The word that begins where the construct does. */
    Span wordAtStart(Span construct) {
        return word(construct.line(), construct.column());
    }

    /** The word that ends where the construct does. */
    Span wordAtEnd(Span construct) {
        int[] line = line(construct.endLine());
        int end = Math.min(construct.endColumn() - 1, line.length);
        int begin = end;
        while (begin > 0 && Identifier.isPart(line[begin - 1])) {
            begin--;
        }
        return begin < end ? Span.of(construct.endLine(), begin + 1, end - begin) : construct;
    }

    /** The next place, comments left out, where a name stands between a position and the end of a construct. */
    Span find(String name, int line, int column, Span construct) {
        int at = column;
        for (int number = line; number <= construct.endLine(); number++) {
            int[] characters = line(number);
            while (at <= characters.length && characters[at - 1] != '#') {
                Span word = word(number, at);
                if (name.equals(textOf(word))) {
                    return word;
                }
                at = Math.max(word.endColumn(), at + 1);
            }
            at = 1;
        }
        return construct;
    }

    private Span word(int number, int column) {
        int[] line = line(number);
        int end = column - 1;
        while (end < line.length && Identifier.isPart(line[end])) {
            end++;
        }
        return Span.of(number, column, Math.max(end - column + 1, 0));
    }

    private String textOf(Span word) {
        int[] line = line(word.line());
        return Identifier.normalised(new String(line, word.column() - 1, word.endColumn() - word.column()));
    }

    private int[] line(int number) {
        return number <= lines.size() ? lines.get(number - 1) : NOTHING;
    }
}
