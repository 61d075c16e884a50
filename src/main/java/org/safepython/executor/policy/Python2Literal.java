package org.safepython.executor.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the string literals of Python 2 mean. A literal without a prefix is bytes or text, by a future import: their
 * escapes differ, so it may have two readings.
 */
final class Python2Literal {

    private static final Pattern LITERAL = Pattern.compile("([A-Za-z]*)('''|\"\"\"|'|\")(.*)\\2", Pattern.DOTALL);
    private static final String OF_TEXT = "u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}";
    private static final Pattern RAW_ESCAPE = Pattern.compile("\\\\(?:(" + OF_TEXT + ")|.)", Pattern.DOTALL);
    private static final String OF_BOTH = "[0-7]{1,3}|x[0-9A-Fa-f]{2}|\n";
    private static final Pattern BYTES_ESCAPE = Pattern.compile("\\\\(?:(" + OF_BOTH + ")|.)", Pattern.DOTALL);
    private static final Pattern TEXT_ESCAPE =
            Pattern.compile("\\\\(?:(" + OF_BOTH + "|" + OF_TEXT + "|N\\{[^}]*\\})|.)", Pattern.DOTALL);

    private static final String UNKNOWN = "\uFFFD";

    private Python2Literal() {}

    /** What neighbouring literals can mean together: escapes that mean a letter stay as they are. */
    static Set<String> readings(List<String> literals) {
        return Stream.of(false, true)
                .map(unicode -> literals.stream()
                        .map(literal -> value(literal, unicode))
                        .collect(Collectors.joining()))
                .collect(Collectors.toSet());
    }

    private static String value(String literal, boolean unicodeLiterals) {
        Matcher parts = LITERAL.matcher(literal);
        if (!parts.matches()) {
            throw new IllegalStateException("no string literal");
        }
        String prefix = parts.group(1).toLowerCase(Locale.ROOT);
        boolean text = prefix.contains("u") || (unicodeLiterals && !prefix.contains("b"));
        String inner = parts.group(3);
        if (prefix.contains("r")) {
            return text ? replaced(RAW_ESCAPE, inner) : inner;
        }
        return replaced(text ? TEXT_ESCAPE : BYTES_ESCAPE, inner);
    }

    private static String replaced(Pattern escapes, String inner) {
        return escapes.matcher(inner).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape)));
    }

    private static String meaning(MatchResult escape) {
        String code = escape.group(1);
        if (code == null) {
            return escape.group();
        }
        return switch (code.charAt(0)) {
            case '\n' -> "";
            case 'x', 'u', 'U' -> character(Integer.parseUnsignedInt(code.substring(1), 16));
            case 'N' -> named(code.substring(2, code.length() - 1));
            default -> character(Integer.parseInt(code, 8));
        };
    }

    /** No name that is unknown here is a brace's, a dot's or a bracket's. */
    private static String named(String name) {
        try {
            return character(Character.codePointOf(name));
        } catch (IllegalArgumentException unknown) {
            return UNKNOWN;
        }
    }

    private static String character(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : UNKNOWN;
    }
}
