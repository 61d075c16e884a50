package org.safepython.executor.policy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a comment that makes Python decode the bytes otherwise than they are judged. */
final class CodingCookie {

    private static final Pattern COOKIE =
            Pattern.compile("^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)", Pattern.DOTALL);
    private static final Pattern NO_CODE = Pattern.compile("[ \t\f]*(#.*)?", Pattern.DOTALL);

    private CodingCookie() {}

    static void judge(String text, Findings findings) {
        List<String> lines = lines(text);
        for (int i = 0; i < lines.size(); i++) {
            judge(lines.get(i), i + 1, findings);
        }
    }

    /** Whether there is any. */
    static boolean isIn(String text) {
        return lines(text).stream().anyMatch(line -> COOKIE.matcher(line).find());
    }

    /** Python looks at the second line only where the first has no code. */
    private static List<String> lines(String text) {
        List<String> lines = text.lines().limit(2).toList();
        return lines.size() < 2 || NO_CODE.matcher(lines.get(0)).matches() ? lines : lines.subList(0, 1);
    }

    private static void judge(String line, int number, Findings findings) {
        Matcher cookie = COOKIE.matcher(line);
        if (cookie.find() && !isUtf8(cookie.group(1))) {
            int column = line.codePointCount(0, cookie.start(1)) + 1;
            findings.add(
                    RuleName.SOURCE,
                    "a coding other than utf-8 cannot be used",
                    Span.of(number, column, cookie.group(1).length()));
        }
    }

    /** As Python normalises the name, and the one alias that is in use. */
    private static boolean isUtf8(String coding) {
        String name = coding.toLowerCase(Locale.ROOT).replace('_', '-');
        return name.equals("utf-8") || name.startsWith("utf-8-") || name.equals("utf8");
    }
}
