package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.settings.Language;

/** Programs that are made to break Jython's parser: each ends with a verdict, soon, and nothing else is started. */
class Python2HostileTest {

    /** Far beyond the second that a judgement takes at the most: machines are busy. */
    private static final Duration NO_HANG = Duration.ofSeconds(20);

    private static final int SIZE = 65536;

    private static String fill(String part) {
        return part.repeat(SIZE / part.length());
    }

    private static String steps(int levels) {
        return IntStream.range(0, levels)
                .mapToObj(level -> " ".repeat(level) + "if x:\n")
                .collect(Collectors.joining());
    }

    private static List<Violation> judge(String program) {
        return Judging.inTime(program, Language.PYTHON2);
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                arguments("ternary 20", "x = " + "(1 if ".repeat(20) + "y" + " else 1)".repeat(20)),
                arguments("ternary 40", "x = " + "(1 if ".repeat(40) + "y" + " else 1)".repeat(40)),
                arguments("flat ternary", fill("1 if 1 else ")),
                arguments("comprehensions 14", "[x for x in ".repeat(14) + "y" + "]".repeat(14)),
                arguments("comprehensions 60", "[x for x in ".repeat(60) + "y" + "]".repeat(60)),
                arguments("generators", "(x for x in ".repeat(60) + "y" + ")".repeat(60)),
                arguments("lambdas", fill("lambda:")),
                arguments("lambdas in brackets", "(lambda:".repeat(60) + "y" + ")".repeat(60)),
                arguments("backquotes", fill("`")),
                arguments("tuple parameters", "def f(" + "(".repeat(60) + "x" + ",)".repeat(60) + "): pass"),
                arguments("comment", "#" + fill("#").substring(1)),
                arguments("comments", fill("#\n")),
                arguments("cookies", "# " + fill("coding: ").substring(2)),
                arguments("spaces", fill(" ")),
                arguments("spaces and a word", fill(" ").substring(1) + "x"),
                arguments("tabs", fill("\t")),
                arguments("blank lines", fill(" \n")),
                arguments("lines", fill("\n")),
                arguments("form feeds", fill("\f")),
                arguments("continuations", fill("\\\n")),
                arguments("brackets", fill("(")),
                arguments("closed brackets", "(".repeat(30000) + ")".repeat(30000)),
                arguments("lists", "[".repeat(190) + "]".repeat(190)),
                arguments("dictionaries", fill("{1:")),
                arguments("indentation", steps(99) + " ".repeat(99) + "x"),
                arguments("too much indentation", steps(300)),
                arguments("elif", "if x: 0\n" + "elif x: 0\n".repeat(6500)),
                arguments("digits", fill("9")),
                arguments("hexadecimal digits", "0x" + fill("f").substring(2)),
                arguments("long digits", fill("7").substring(1) + "L"),
                arguments("fractions", "." + fill("9").substring(1)),
                arguments("quotes", fill("'")),
                arguments("open string", "'''" + fill("x").substring(3)),
                arguments("broken escapes", "u'\\N{x} \\x \\U00ffffff'"),
                arguments("backslashes", "'" + "\\".repeat(60001)),
                arguments("neighbours", fill("'' ")),
                arguments("templates", "'" + "{".repeat(60000) + "'.format()"),
                arguments(
                        "keywords",
                        "f("
                                + IntStream.range(0, 5000)
                                        .mapToObj(i -> "a" + i + "=b,")
                                        .collect(Collectors.joining()) + ")"),
                arguments("sum", fill("1+") + "1"),
                arguments("power", fill("2**")),
                arguments("unary", fill("-")),
                arguments("not", fill("not ")),
                arguments("attributes", "x" + ".a".repeat(32000)),
                arguments("calls", "x" + "()".repeat(32000)),
                arguments("subscripts", fill("x[")),
                arguments("names", fill("x;")),
                arguments("prints", fill("print ")),
                arguments("decorators", fill("@x\n")),
                arguments("one long name", fill("x")),
                arguments("nul", "x = '\0'"),
                arguments("unknown cookie", "# coding: nonsense\nx"),
                arguments("a letter beyond all", "# coding: utf-8\n\u00e9 = 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void bombsEndWithAVerdict(String name, String program) {
        judge("");
        long begin = System.nanoTime();
        List<Violation> violations = judge(program);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(NO_HANG);
        assertThat(violations).hasSizeLessThanOrEqualTo(100);
        assertThat(violations)
                .allSatisfy(violation ->
                        assertThat(violation.message()).isNotEmpty().hasSizeLessThan(300));
        assertThat(judge("import os")).extracting(Violation::rule).containsExactly("import");
    }

    @Test
    void oneHostileClientDoesNotDelayAnother() throws Exception {
        String bomb = "x = " + "(1 if ".repeat(40) + "y" + " else 1)".repeat(40);
        CodePolicy policy = new CodePolicy(2, 4, Duration.ofSeconds(30));
        ExecutorService hostile = Executors.newSingleThreadExecutor();
        try {
            policy.judge(SourceCode.of(""), Preset.STRICT, Language.PYTHON2, "other");
            CompletableFuture<Void> bombs = CompletableFuture.runAsync(
                    () -> IntStream.range(0, 10)
                            .forEach(round ->
                                    policy.judge(SourceCode.of(bomb), Preset.STRICT, Language.PYTHON2, "hostile")),
                    hostile);
            int others = 0;
            for (; !bombs.isDone(); others++) {
                assertThat(policy.judge(SourceCode.of("print 1"), Preset.STRICT, Language.PYTHON2, "other"))
                        .isEqualTo(new Verdict.Judged(List.of()));
            }
            bombs.join();
            assertThat(others).isGreaterThan(10);
        } finally {
            hostile.shutdownNow();
            policy.close();
        }
    }

    /** Jython would start {@code locale charmap} with its interpreter: at an error, or at a call with two keywords. */
    @Test
    void noProcessIsStarted() throws Exception {
        CodePolicy patient = new CodePolicy(2, 4, Duration.ofSeconds(30));
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ProcessStart");
            recording.start();
            Stream.concat(
                            bombs().map(bomb -> (String) bomb.get()[1]),
                            Stream.of("f(a=1, b=2, **{'c': 3})", "f(a=1, a=2)", "x = 'a' 1", Python2WarmUp.PROGRAM))
                    .forEach(program -> assertThat(
                                    patient.judge(SourceCode.of(program), Preset.STRICT, Language.PYTHON2, "test"))
                            .isInstanceOf(Verdict.Judged.class));
            recording.stop();
            Path file = Files.createTempFile("judging", ".jfr");
            recording.dump(file);
            assertThat(RecordingFile.readAllEvents(file)).isEmpty();
            Files.delete(file);
        } finally {
            patient.close();
        }
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    /** Text that is cut, doubled and shuffled: whatever comes of it, it is judged without an exception. */
    @Test
    void brokenProgramsEndWithAVerdict() {
        Random random = new Random(27);
        for (int round = 0; round < 1000; round++) {
            StringBuilder program = new StringBuilder(Python2WarmUp.PROGRAM);
            for (int change = 0; change <= round % 4; change++) {
                int at = random.nextInt(program.length());
                String part = program.substring(at, Math.min(program.length(), at + random.nextInt(12)));
                program.insert(random.nextInt(program.length()), part);
                program.delete(at, at + random.nextInt(3));
            }
            assertThat(judge(program.toString()))
                    .allSatisfy(violation -> assertThat(violation.message()).isNotEmpty());
        }
    }
}
