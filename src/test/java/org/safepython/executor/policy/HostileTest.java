package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.settings.Language;

/** Programs that are made to break the judge: each ends with a verdict, soon. */
class HostileTest {
    /** Far beyond the second that a judgement takes at the most: machines are busy. */
    private static final Duration NO_HANG = Duration.ofSeconds(20);

    private static final int SIZE = 65536;

    private static String fill(String part) {
        return part.repeat(SIZE / part.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                arguments("brackets", fill("(")),
                arguments("closed brackets", "(".repeat(30000) + ")".repeat(30000)),
                arguments("lists", "[".repeat(199) + "]".repeat(199)),
                arguments("dictionaries", fill("{1:")),
                arguments("unary", fill("-")),
                arguments("unary with an end", "-".repeat(60000) + "1"),
                arguments("not", fill("not ")),
                arguments("await", "async def f(): " + "await ".repeat(10000) + "x"),
                arguments("lambda", fill("lambda:")),
                arguments("ternary", fill("1 if 1 else ")),
                arguments("ternary in brackets", "(1 if ".repeat(190) + "1" + " else 1)".repeat(190)),
                arguments("comprehensions", "[x for x in ".repeat(190) + "y" + "]".repeat(190)),
                arguments("power", fill("2**")),
                arguments("sum", fill("1+") + "1"),
                arguments("attributes", "x" + ".a".repeat(32000)),
                arguments("calls", "x" + "()".repeat(32000)),
                arguments("subscripts", "x" + "[0]".repeat(21000)),
                arguments("subscripts in subscripts", fill("x[")),
                arguments("elif", "if x: 0\n" + "elif x: 0\n".repeat(6500)),
                arguments(
                        "else if",
                        IntStream.range(0, 99)
                                .mapToObj(i -> " ".repeat(i) + "if x:\n")
                                .reduce("", String::concat)),
                arguments(
                        "indentation",
                        IntStream.range(0, 300)
                                .mapToObj(i -> " ".repeat(i) + "if x:\n")
                                .reduce("", String::concat)),
                arguments("f-strings", "f'{".repeat(100)),
                arguments("f-strings in quotes", "f\"{f'{".repeat(70) + "x" + "}'}\"".repeat(70)),
                arguments("f-string specifications", "f'" + "{x:".repeat(20000)),
                arguments("names", fill("x;")),
                arguments("refused names", fill("os;")),
                arguments("dunders", fill("x.__a__;")),
                arguments("decorators", fill("@x\n")),
                arguments("global", "global " + "x,".repeat(32000) + "os"),
                arguments("one long name", fill("x")),
                arguments("one long refused name", "__" + "x".repeat(60000) + "__"),
                arguments("one long attribute", "x.__" + "x".repeat(60000) + "__"),
                arguments("digits", fill("9")),
                arguments("digits behind a letter", "x" + "9".repeat(64000)),
                arguments("hexadecimal digits", "0x" + "f".repeat(64000)),
                arguments("many numbers", fill("9".repeat(4300) + "\n")),
                arguments("spaces", fill(" ")),
                arguments("comment", fill("#")),
                arguments("cookies", "# " + fill("coding: ").substring(2)),
                arguments("a cookie far away", "# coding:" + " ".repeat(60000)),
                arguments("lines", fill("\n")),
                arguments("returns", fill("\r")),
                arguments("continuations", fill("\\\n")),
                arguments("quotes", fill("'")),
                arguments("open string", "'''" + "x".repeat(60000)),
                arguments("escapes", "'" + "\\N{BULLET}".repeat(5000) + "'"),
                arguments("backslashes", "'" + "\\".repeat(60001)),
                arguments("patterns", "match x:\n case " + "[".repeat(190) + "y" + "]".repeat(190) + ": 0"),
                arguments("alternatives", "match x:\n case 1" + "|1".repeat(30000) + ": 0"),
                arguments("class patterns", "match x:\n case " + "A(a=".repeat(190) + "1" + ")".repeat(190) + ": 0"),
                arguments(
                        "keywords of a pattern",
                        "match x:\n case A("
                                + IntStream.range(0, 5000)
                                        .mapToObj(i -> "a" + i + "=b" + i + ",")
                                        .reduce("", String::concat)
                                + "): 0"),
                arguments(
                        "classes",
                        IntStream.range(0, 3000)
                                        .mapToObj(i -> "class A" + i + "(A" + (i + 1) + "):0\n")
                                        .reduce("", String::concat)
                                + "A3000=0\nmatch x:\n case A0(a): 0"),
                arguments(
                        "nested classes",
                        IntStream.range(0, 99)
                                .mapToObj(i -> " ".repeat(i) + "class A:\n")
                                .reduce("", String::concat)),
                arguments("templates", "'" + "{".repeat(60000) + "'.format()"),
                arguments("nested templates", "'" + "{:".repeat(30000) + "}".repeat(5000) + "'.format()"),
                arguments("imports", fill("import a\n")),
                arguments("a long import", "import a" + ".a".repeat(32000)),
                arguments("type parameters", "def f[" + "T,".repeat(32000) + "](): 0"),
                arguments("parameters", "def f(" + "x,".repeat(32000) + "): 0"),
                arguments("with", "with (" + "a as b,".repeat(9000) + "): 0"),
                arguments("walrus", "(x:=".repeat(190) + "1" + ")".repeat(190)),
                arguments("star", "*".repeat(60000) + "x = y"),
                arguments("arrows", fill("->")),
                arguments("emoji", fill("\uD83D\uDE00")),
                arguments("combining", "x" + "\u0301".repeat(30000)),
                arguments("ligatures", "x" + "\uFDFA".repeat(20000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void bombsEndWithAVerdict(String name, String program) {
        long begin = System.nanoTime();
        List<Violation> violations = Judging.inTime(program, Language.PYTHON3);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(NO_HANG);
        assertThat(violations).hasSizeLessThanOrEqualTo(100);
        assertThat(violations).allSatisfy(violation -> {
            assertThat(violation.message()).hasSizeLessThan(300);
            assertThat(violation.name().orElse("")).hasSizeLessThan(100);
        });
    }

    /** Text that is cut, doubled and shuffled: whatever comes of it, it is judged without an exception. */
    @Test
    void brokenProgramsEndWithAVerdict() {
        Random random = new Random(312);
        for (int round = 0; round < 1500; round++) {
            StringBuilder program = new StringBuilder(WarmUp.PROGRAM);
            for (int change = 0; change <= round % 4; change++) {
                int at = random.nextInt(program.length());
                int end = Math.min(program.length(), at + random.nextInt(12));
                String part = program.substring(at, end);
                program.insert(random.nextInt(program.length()), part);
                program.delete(at, at + random.nextInt(3));
            }
            assertThat(Judging.inTime(program.toString(), Language.PYTHON3))
                    .allSatisfy(violation -> assertThat(violation.message()).isNotEmpty());
        }
    }
}
