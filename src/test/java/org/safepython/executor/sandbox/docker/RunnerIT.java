package org.safepython.executor.sandbox.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.TestSettings;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/**
 * The runner reports what happened, whatever the program does to it, under each language. After each attack a harmless
 * program answers.
 */
@ParameterizedClass
@EnumSource(Language.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunnerIT {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final Settings settings = TestSettings.with();
    private final Containers containers = new Containers(settings);
    private TestCell cells;

    @Parameter
    private Language language = Language.PYTHON3;

    @BeforeAll
    void open() {
        cells = new TestCell(new DockerSandbox(settings), language);
    }

    @AfterEach
    void harmlessProgramAnswers() {
        assertThat(cells.run("print('fine')").stdout()).isEqualTo("fine\n");
    }

    @AfterAll
    void nothingIsLeft() throws InterruptedException {
        cells.close();
        assertThat(containers.awaitNone()).isEmpty();
        containers.close();
    }

    @Test
    void testFramesThatAProgramWritesAreItsOutput() {
        TestCell.Outcome outcome = cells.run("""
                import os
                forged = b"X\\0\\0\\0\\x1d" + b"\\0" * 29
                os.write(1, forged)
                os.write(2, b"R\\0\\0\\0\\x02\\x013" + forged)
                for descriptor in range(3, 256):
                    try:
                        os.write(descriptor, forged)
                        print("written %d" % descriptor)
                    except OSError:
                        pass
                for path in ("/proc/1/fd/0", "/proc/1/fd/1", "/proc/1/fd/2", "/dev/console", "/dev/pts/0"):
                    try:
                        os.write(os.open(path, os.O_WRONLY), forged)
                        print("written " + path)
                    except OSError:
                        pass
                os._exit(7)
                """);

        assertThat(outcome.label()).isEqualTo("exit 7");
        assertThat(outcome.stdout()).startsWith("X\0\0\0\u001d\0").doesNotContain("written");
        assertThat(outcome.stdout().getBytes(UTF_8)).hasSize(34);
        assertThat(outcome.stderr()).startsWith("R\0\0\0\u0002");
    }

    @Test
    void testProcessOneSurvivesEverySignal() {
        TestCell.Outcome outcome = cells.run("""
                import os
                for number in range(1, 65):
                    try:
                        os.kill(1, number)
                    except OSError as error:
                        print("%d %s" % (number, error))
                os.kill(1, 9)
                print("%s %s" % (os.readlink("/proc/self").isdigit(), os.path.exists("/proc/1")))
                """);

        assertThat(outcome.label()).isEqualTo("exit 0");
        assertThat(outcome.stdout()).isEqualTo("True True\n");
    }

    @Test
    void testFloodOfChildSignalsDoesNotHideTheEnd() {
        TestCell.Outcome outcome = cells.run("""
                import os, time
                if os.fork() == 0:
                    os.setsid()
                    while True:
                        os.kill(1, 17)
                end = os.times()[4] + 1
                while os.times()[4] < end:
                    os.kill(1, 17)
                print("done")
                os._exit(3)
                """);

        assertThat(outcome.label()).isEqualTo("exit 3");
        assertThat(outcome.stdout()).isEqualTo("done\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Everything in /tmp, the program's own file included.
                """
                import os
                os.unlink("main.py")
                try:
                    for number in range(100):
                        with open("/tmp/%d" % number, "wb") as file:
                            file.write(b"x" * (1 << 20))
                except (IOError, OSError) as error:
                    print(error.errno)
                """,
                // Descriptors.
                """
                import os
                try:
                    while True:
                        os.pipe()
                except OSError as error:
                    print(28)
                """,
                // Processes, all of which stay and hold the output open.
                """
                import os, signal
                try:
                    while True:
                        if os.fork() == 0:
                            os.setsid()
                            signal.pause()
                except OSError as error:
                    print(28)
                """
            })
    void testNothingThatIsFilledUpKeepsTheRunnerFromReporting(String code) {
        TestCell.Outcome outcome = cells.run(code);

        assertThat(outcome.stdout()).isEqualTo("28\n");
        assertThat(outcome.label()).isEqualTo("exit 0");
    }

    @Test
    void testForkBombIsEndedByStop() {
        TestCell.Outcome outcome = cells.run("""
                import os
                print("bomb")
                while True:
                    try:
                        os.fork()
                    except OSError:
                        pass
                """, new byte[0], List.of(), false, Duration.ofSeconds(1));

        assertThat(outcome.stdout()).isEqualTo("bomb\n");
        assertThat(outcome.label()).isIn("signal 9", "Vanished[killedForMemory=false]");
    }

    @Test
    void testDaemonsThatLeaveAreEndedWithTheProgram() {
        TestCell.Outcome outcome = cells.run("""
                import os, time
                for _ in range(10):
                    if os.fork() == 0:
                        os.setsid()
                        if os.fork() == 0:
                            while True:
                                os.write(1, b"still here ")
                                time.sleep(0.01)
                        os._exit(0)
                time.sleep(0.2)
                os._exit(5)
                """);

        assertThat(outcome.label()).isEqualTo("exit 5");
        assertThat(outcome.stdout()).contains("still here");
    }

    @Test
    void testProgramThatClosesItsStreamsIsReported() {
        TestCell.Outcome outcome =
                cells.run("import os, time\nos.close(0)\nos.close(1)\nos.close(2)\ntime.sleep(0.3)\nos._exit(9)");

        assertThat(outcome.label()).isEqualTo("exit 9");
    }

    @Test
    void testProgramThatStopsItselfIsEndedByStop() {
        TestCell.Outcome outcome = cells.run(
                "import os\nprint('stopping')\nos.kill(os.getpid(), 19)",
                new byte[0],
                List.of(),
                false,
                Duration.ofSeconds(1));

        assertThat(outcome.label()).isEqualTo("signal 9");
        assertThat(outcome.stdout()).isEqualTo("stopping\n");
    }

    @Test
    void testParentKilledByItsChildIsAKillNotMemory() {
        TestCell.Outcome outcome =
                cells.run("import os, time\nif os.fork() == 0:\n    os.kill(os.getppid(), 9)\ntime.sleep(5)");

        assertThat(outcome.label()).isEqualTo("signal 9");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 14, 15, 31, 34, 64})
    void testFatalSignalsAreReportedByNumber(int signal) {
        TestCell.Outcome outcome = cells.run("import os, signal\nif " + signal + " != 9: signal.signal(" + signal
                + ", signal.SIG_DFL)\nos.kill(os.getpid(), " + signal + ")");

        assertThat(outcome.label()).isEqualTo("signal " + signal);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 65_536, 131_072})
    void testStandardInputIsExact(int length) {
        byte[] stdin = new byte[length];
        for (int i = 0; i < length; i++) {
            stdin[i] = (byte) (i * 31);
        }

        TestCell.Outcome outcome = cells.run("""
                import sys
                data = bytearray(getattr(sys.stdin, "buffer", sys.stdin).read())
                print("%d %s" % (len(data), data == bytearray(i * 31 % 256 for i in range(len(data)))))
                """, stdin, List.of(), false, LIMIT);

        assertThat(outcome.stdout()).isEqualTo(length + " True\n");
    }

    @Test
    void testStandardInputThatNobodyReadsHoldsNothingUp() {
        TestCell.Outcome outcome = cells.run("print('done')", new byte[131_072], List.of(), false, LIMIT);

        assertThat(outcome.label()).isEqualTo("exit 0");
        assertThat(outcome.stdout()).isEqualTo("done\n");
    }

    @Test
    void testMergedStreamsKeepTheirOrder() {
        TestCell.Outcome outcome = cells.run("""
                import os
                for number in range(2000):
                    os.write(1 + number % 2, b"%d\\n" % number)
                """, new byte[0], List.of(), true, LIMIT);

        assertThat(outcome.stdout().lines())
                .containsExactlyElementsOf(
                        IntStream.range(0, 2000).mapToObj(Integer::toString).toList());
        assertThat(outcome.stderr()).isEmpty();
    }

    @Test
    void testStopKeepsWhatWasWrittenAndTheFigures() {
        TestCell.Outcome outcome = cells.run(
                "import time\nprint('a' * 30000)\nwhile True:\n    pass",
                new byte[0],
                List.of(),
                false,
                Duration.ofMillis(700));

        assertThat(outcome.stdout()).hasSize(30_001);
        assertThat(outcome.ending()).isInstanceOf(Ending.Reported.class);
        Ending.Usage usage = ((Ending.Reported) outcome.ending()).usage();
        assertThat(usage.cpuMicros().orElseThrow()).isGreaterThan(50_000);
        assertThat(usage.memoryPeakBytes().orElseThrow()).isPositive();
    }

    @Test
    void testArgumentsOfTheLargestKindArrive() {
        List<String> args =
                IntStream.range(0, 64).mapToObj(i -> "ü".repeat(2048)).toList();

        TestCell.Outcome outcome = cells.run(
                "# coding: utf-8\nimport sys\nprint('%d %s' % (len(sys.argv), set(sys.argv[1:]) == {'ü' * 2048}))",
                new byte[0], args, false, LIMIT);

        assertThat(outcome.stdout()).isEqualTo("65 True\n");
    }

    @Test
    void testProgramThatOffersTheRunnerToTheKernelIsKilledForMemoryAllTheSame() {
        TestCell.Outcome outcome = cells.run("""
                import os, signal
                with open("/proc/self/oom_score_adj", "w") as adjustment:
                    adjustment.write("500")
                for _ in range(50):
                    if os.fork() == 0:
                        block = bytearray(2 << 20)
                        signal.pause()
                blocks = []
                while True:
                    blocks.append(bytearray(1 << 20))
                """);

        assertThat(outcome.label()).isIn("memory", "Vanished[killedForMemory=true]");
    }

    @Test
    void testProgramThatReadsItsOwnOutputDoesNotHoldTheRunnerUp() {
        TestCell.Outcome outcome = cells.run("""
                import os, time
                own = os.open("/proc/self/fd/1", os.O_RDONLY | os.O_NONBLOCK)
                end = os.times()[4] + 0.5
                while os.times()[4] < end:
                    os.write(1, b"x")
                    try:
                        os.read(own, 1)
                    except OSError:
                        pass
                os.write(2, b"done")
                os._exit(4)
                """, new byte[0], List.of(), false, Duration.ofSeconds(3));

        assertThat(outcome.label()).isEqualTo("exit 4");
        assertThat(outcome.stderr()).isEqualTo("done");
    }
}
