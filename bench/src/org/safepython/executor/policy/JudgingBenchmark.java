package org.safepython.executor.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.safepython.executor.settings.Language;

/** How long a client waits for a verdict on an ordinary program, the hand-over to a judging thread included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
public class JudgingBenchmark {

    /** Where a preset allows imports, the program has one: else the rules about modules rest. */
    @Param({"strict", "standard"})
    public String preset = "";

    @Param({"1", "10", "64"})
    public int kibibytes;

    private final CodePolicy policy = new CodePolicy();
    private SourceCode program = SourceCode.of("");

    /** As many of the tests' ordinary programs as fit, and a comment. */
    @Setup(Level.Trial)
    public void joinPrograms() throws IOException {
        StringBuilder text = new StringBuilder(judged().equals(Preset.STRICT) ? "" : "import math\n");
        int size = kibibytes * 1024;
        while (text.length() < size) {
            for (String more : programs()) {
                if (text.length() + more.length() < size && more.chars().allMatch(character -> character < 0x80)) {
                    text.append(more);
                }
            }
            text.append("#".repeat(Math.min(200, size - text.length() - 1))).append('\n');
        }
        program = SourceCode.of(text.toString());
    }

    private static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/programs"))) {
            return files.sorted()
                    .map(JudgingBenchmark::read)
                    .filter(text -> !text.contains("import "))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @Benchmark
    public Verdict judge() {
        return policy.judge(program, judged(), Language.PYTHON3, "bench");
    }

    private Preset judged() {
        return Preset.builtIn(preset).orElseThrow();
    }

    @TearDown(Level.Trial)
    public void close() {
        policy.close();
    }
}
