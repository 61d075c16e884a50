package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.tokenizer.CodePoints;
import com.oracle.graal.python.pegparser.tokenizer.Token;
import com.oracle.graal.python.pegparser.tokenizer.Tokenizer;
import java.util.EnumSet;
import java.util.stream.IntStream;

/**
 * Refuses numbers with more digits than CPython converts: the parser's time grows with their square. The parser's own
 * tokenizer says what is a number, so that digits in strings and comments may be many.
 */
final class LongNumbers {

    private static final int MOST_DIGITS = 4300;

    private LongNumbers() {}

    static void judge(String text, Findings findings, Deadline deadline) {
        if (!canHaveLongNumber(text)) {
            return;
        }
        Tokenizer tokenizer =
                Tokenizer.fromString(new ParserEvents(deadline), text, EnumSet.of(Tokenizer.Flag.EXEC_INPUT), null);
        for (Token token = tokenizer.next(); !isLast(token); token = tokenizer.next()) {
            if (token.type == Token.Kind.NUMBER && digits(tokenizer.getTokenCodePoints(token)) > MOST_DIGITS) {
                findings.add(
                        RuleName.SOURCE,
                        "a number of more than " + MOST_DIGITS + " digits cannot be used",
                        ParserEvents.span(token.sourceRange));
            }
        }
    }

    /** Where the tokenizer stops for good, the parser goes no further either. */
    private static boolean isLast(Token token) {
        return token.type == Token.Kind.ENDMARKER || token.type == Token.Kind.ERRORTOKEN;
    }

    /** Whether any line, which no number leaves, is long enough. */
    private static boolean canHaveLongNumber(String text) {
        return text.lines().anyMatch(line -> line.length() > MOST_DIGITS);
    }

    private static long digits(CodePoints number) {
        String text = number.toJavaString();
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        IntStream behindPrefix = hexadecimal ? text.codePoints().skip(2) : text.codePoints();
        return behindPrefix.filter(character -> isDigit(character, hexadecimal)).count();
    }

    private static boolean isDigit(int character, boolean hexadecimal) {
        return Character.isDigit(character) || (hexadecimal && Character.digit(character, 16) >= 0);
    }
}
