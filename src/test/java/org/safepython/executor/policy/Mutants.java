package org.safepython.executor.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safepython.executor.settings.Language;

/**
 * Programs near to real ones: statements and lines of a corpus, and f-strings (in Python 2 backquotes) of a grammar, with a
 * few changes. The same for the same seed. Not thread safe.
 */
final class Mutants {

    private static final int LONGEST = 1500;
    private static final Pattern WORDS = Pattern.compile("(?<=\\W)(?=.)|(?<=\\w)(?=\\W)", Pattern.DOTALL);

    private static final List<String> POOL =
            pool("and as assert async await break case class continue def del elif else"
                    + " except finally for from global if import in is lambda match nonlocal not or pass raise return try type while with"
                    + " yield None True _ x self f rb u ( ) [ ] { } : ; , . .. ... = == != := -> + - * ** / // % @ & | ^ ~ < > << >> +="
                    + " **= //= ! ? $ # \\ ' \" ''' \"\"\" {x} {x!r} {x=} {x:>{y}} {{ }} \\n \\x41 \\N{BULLET} 0 1_0 0x1f 1e5 .5j 1. 007"
                    + " \u00AAb \uD835\uDC28s o\u017F \u0301 \u00e9 \uFF3F __x __x__ a.b f(x) [x] x,y");

    private static final List<String> POOL_OF_PYTHON2 = pool(
            "and as assert break class continue def del elif else except exec"
                    + " finally for from global if import in is lambda not or pass print raise return try while with yield None True _ x"
                    + " self ur br u ( ) [ ] { } : ; , . .. ... = == != <> + - * ** / // % @ & | ^ ~ < > << >> += **= //= ! ? $ # \\ ' \""
                    + " ''' \"\"\" ` `x` (x,y) \\n \\x41 \\u0028 \\N{BULLET} 0 0777 0xFFL 0b1 1e5 .5j 1. 08 \u00e9 __x __x__ a.b f(x) [x] x,y");

    private final List<String> corpus;
    private final boolean python2;
    private final Random random;

    Mutants(List<String> corpus, Language language, long seed) {
        this.corpus = corpus;
        this.python2 = language == Language.PYTHON2;
        this.random = new Random(seed);
    }

    private static List<String> pool(String words) {
        Stream<String> blanks = Stream.of(" ", "\n", "\n\n", "\n    ", "\t", "\f", "\r", "\r\n", "\\\n", "# x\n");
        return Stream.concat(Stream.of(words.split(" ")), blanks).toList();
    }

    /** The statements of a file that stand at its margin. */
    static Stream<String> statements(String file) {
        return Stream.of(file.split("\n(?=[^\\s)\\]}#])"))
                .filter(statement -> !statement.isBlank() && statement.length() < LONGEST);
    }

    String next() {
        String program = switch (random.nextInt(5)) {
            case 0 -> changedLines();
            case 1 -> changed(embedding(3));
            default -> changed(piece());
        };
        return program.length() > LONGEST * 2 ? program.substring(0, LONGEST) : program;
    }

    private String piece() {
        return any(corpus);
    }

    private String changed(String program) {
        List<String> words = new ArrayList<>(List.of(WORDS.split(program)));
        for (int change = random.nextInt(2); change >= 0; change--) {
            change(words, random.nextInt(words.size()));
        }
        return String.join("", words);
    }

    private void change(List<String> words, int at) {
        switch (random.nextInt(7)) {
            case 0 -> words.set(at, "");
            case 1 -> words.add(at, words.get(at));
            case 2 -> words.set(at, words.set(random.nextInt(words.size()), words.get(at)));
            case 3 -> words.set(at, any(python2 ? POOL_OF_PYTHON2 : POOL));
            case 4 -> words.add(at, any(python2 ? POOL_OF_PYTHON2 : POOL));
            case 5 -> words.set(at, any(List.of(WORDS.split(piece()))));
            default -> words.set(at, embedding(2));
        }
    }

    /** Lines of two pieces in one: others' order, others' indentation. */
    private String changedLines() {
        List<String> lines = new ArrayList<>(List.of(piece().split("\n")));
        List<String> others = List.of(piece().split("\n", -1));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 ->
                lines.add(
                        at,
                        lines.get(at).replaceFirst("\\S.*", "") + any(others).strip());
            case 2 ->
                lines.set(at, " ".repeat(random.nextInt(9)) + lines.get(at).strip());
            default -> lines.addAll(at, others);
        }
        return String.join(random.nextInt(8) == 0 ? "\r" : "\n", lines);
    }

    /** A literal that holds expressions, or what Python 2 has in its place. */
    private String embedding(int levels) {
        return python2 ? "`" + expression(levels - 1) + "`" : fString(levels);
    }

    private String fString(int levels) {
        String quote = any(List.of("'", "\"", "'''", "\"\"\""));
        String parts = random.ints(1 + random.nextInt(3), 0, 4)
                .mapToObj(kind ->
                        kind == 0 ? any(List.of("a", "{{", "\\n", "\\N{BULLET}", "#", "\u00e9")) : field(levels))
                .collect(Collectors.joining());
        return any(List.of("f", "F", "rf", "fR", "f")) + quote + parts + quote;
    }

    private String field(int levels) {
        String specification =
                random.nextInt(3) > 0 ? "" : ":" + (levels > 0 && random.nextBoolean() ? field(levels - 2) : ">8");
        return "{" + expression(levels - 1) + any(List.of("", "", "=", " = ", "!r", "!s ")) + specification + "}";
    }

    private String expression(int levels) {
        if (levels <= 0) {
            return any(List.of(
                    "a",
                    "b.c",
                    "d()",
                    python2 ? "0xFL" : "\u00BA",
                    "1",
                    "'x'",
                    "self._e",
                    "g[0]",
                    python2 ? "h.i" : "h.\u017F"));
        }
        String one = expression(levels - 1);
        String two = expression(levels - 1);
        return switch (random.nextInt(10)) {
            case 0 -> embedding(levels);
            case 1 -> one + "(" + two + ", k=" + two + ")";
            case 2 -> "(lambda i: " + one + ")(" + two + ")";
            case 3 -> "[" + one + " for j in " + two + "]";
            case 4 -> one + " if " + two + " else 0";
            case 5 -> python2 ? "(yield " + one + ")" : "(m := " + one + ")";
            case 6 -> " {" + one + ": " + two + "} ";
            case 7 -> one + ".n." + any(List.of("__o", "p", "__q__"));
            case 8 -> one + " != " + two;
            default -> (python2 ? "" : "*") + one + ", " + two;
        };
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
