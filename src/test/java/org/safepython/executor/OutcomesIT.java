package org.safepython.executor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** Every outcome by its evidence, from real programs of each language in real containers that have waited for them. */
@ParameterizedClass
@EnumSource(Language.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesIT {
    private static final Map<Language, String> VERSIONS = Map.of(Language.PYTHON3, "3.13.", Language.PYTHON2, "2.7.18");

    private final Settings settings = TestSettings.with("EXECUTOR_POOL_SIZE", "2", "EXECUTOR_POOL_SIZE_PYTHON2", "2");
    private final Containers containers = new Containers(settings);
    private final Sandbox sandbox = Containers.sandbox(settings);
    private final RealService service = new RealService(settings, sandbox);

    @Parameter
    private Language language = Language.PYTHON3;

    @BeforeAll
    void fill() {
        settings.languages().forEach(sandbox::prepare);
    }

    @AfterAll
    void nothingIsLeft() throws InterruptedException {
        service.close();
        assertThat(containers.awaitNone()).isEmpty();
        containers.close();
    }

    private ExecutionResult run(String code) {
        return service.run(language, code);
    }

    private ExecutionRequest request(String code, Duration timeout, String stdin) {
        return RealService.request(language, code, timeout, stdin);
    }

    private static void assertNoExit(ExecutionResult result, Outcome outcome) {
        assertThat(result.conclusion().outcome()).isEqualTo(outcome);
        assertThat(result.conclusion().exitCode()).isEmpty();
        assertThat(result.conclusion().signal()).isEmpty();
    }

    @Test
    void testHello() {
        ExecutionResult result = run("print('Hello World')");

        assertThat(result.conclusion().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.conclusion().exitCode()).hasValue(0);
        assertThat(result.stdout().text()).isEqualTo("Hello World\n");
        assertThat(result.stderr().written()).isZero();
        assertThat(result.id()).matches("[0-9a-f]{32}");
        assertThat(result.guest().python()).startsWith(VERSIONS.get(language));
        assertThat(result.guest().language()).isEqualTo(language);
        assertThat(result.guest().image()).startsWith("sha256:");
        assertThat(result.usage().cpuMicros().orElseThrow()).isBetween(100L, 1_000_000L);
        assertThat(result.usage().memoryPeakBytes().orElseThrow()).isBetween(1L << 20, 64L << 20);
        assertThat(result.usage().oomKills()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 42, 126, 127, 128, 137, 139, 143, 255})
    void testExitCodesAreExact(int code) {
        ExecutionResult result = run("import os; os._exit(" + code + ")");

        assertThat(result.conclusion().exitCode()).hasValue(code);
        assertThat(result.conclusion().signal()).isEmpty();
        assertThat(result.conclusion().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({
        "'import os; os.kill(os.getpid(), 9)', SIGKILL, 137",
        "'import os; os.kill(os.getpid(), 15)', SIGTERM, 143",
        "'import ctypes; ctypes.string_at(0)', SIGSEGV, 139",
        "'import os; os.abort()', SIGABRT, 134"
    })
    void testSignalsAreNamed(String code, String signal, int exitCode) {
        ExecutionResult result = run(code);

        assertThat(result.conclusion().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.conclusion().signal()).contains(signal);
        assertThat(result.conclusion().exitCode()).hasValue(exitCode);
    }

    @Test
    void testUncaughtExceptionIsExitCodeOneWithTheTraceback() {
        ExecutionResult result = run("def f():\n    return 1 / 0\nf()\n");

        assertThat(result.conclusion().exitCode()).hasValue(1);
        assertThat(result.stderr().text())
                .contains("main.py\", line 2, in f")
                .contains("    return 1 / 0\n")
                .containsPattern("ZeroDivisionError: .* by zero\n$");
    }

    @Test
    void testMemoryExceededKeepsWhatWasPrintedBefore() {
        ExecutionResult result = run("print('before')\nx = bytearray(1 << 30)\nprint('after')");

        assertNoExit(result, Outcome.MEMORY_EXCEEDED);
        assertThat(result.stdout().text()).isEqualTo("before\n");
        assertThat(result.usage().oomKills().orElseThrow()).isPositive();
        assertThat(result.usage().memoryPeakBytes().orElseThrow()).isGreaterThan(120L << 20);
    }

    @Test
    void testChildKilledForMemoryIsCompleted() {
        ExecutionResult result = run("""
                import os
                child = os.fork()
                if child == 0:
                    x = bytearray(1 << 30)
                    os._exit(0)
                print(os.waitpid(child, 0)[1])
                """);

        assertThat(result.conclusion().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.conclusion().exitCode()).hasValue(0);
        assertThat(result.stdout().text()).isEqualTo("9\n");
        assertThat(result.usage().oomKills()).hasValue(1);
    }

    @Test
    void testChildKilledForMemoryDoesNotMakeALaterSuicideOne() {
        ExecutionResult result = run("""
                import os, time
                child = os.fork()
                if child == 0:
                    x = bytearray(1 << 30)
                    os._exit(0)
                os.waitpid(child, 0)
                time.sleep(1)
                os.kill(os.getpid(), 9)
                """);

        assertThat(result.conclusion().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.conclusion().signal()).contains("SIGKILL");
        assertThat(result.usage().oomKills()).hasValue(1);
    }

    @Test
    void testMemoryErrorOfPythonIsCompleted() {
        ExecutionResult result = run("try:\n    x = bytearray(1 << 62)\nexcept MemoryError:\n    print('caught')");

        assertThat(result.conclusion().exitCode()).hasValue(0);
        assertThat(result.stdout().text()).isEqualTo("caught\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os\nwhile True:\n    os.write(1, b'x' * 65536)",
                "import os\nfor i in range(144):\n    os.write(1 + i % 2, b'x' * 65536)",
            })
    void testMoreThanEightMebibytesIsOutputExceeded(String code) {
        ExecutionResult result = run(code);

        assertNoExit(result, Outcome.OUTPUT_EXCEEDED);
        assertThat(result.stdout().written() + result.stderr().written()).isGreaterThan(8L << 20);
        assertThat(result.stdout().omitted()).isPresent();
        assertThat(result.stdout().text()).hasSize(64 * 1024);
    }

    @Test
    void testEightMebibytesAreCompleted() {
        ExecutionResult result = run("import os\nfor i in range(128):\n    os.write(1, b'x' * 65536)");

        assertThat(result.conclusion().exitCode()).hasValue(0);
        assertThat(result.stdout().written()).isEqualTo(8L << 20);
    }

    @Test
    void testLongOutputIsCompletedWithAGap() {
        ExecutionResult result = run("print('x' * 1000000)");

        assertThat(result.conclusion().exitCode()).hasValue(0);
        assertThat(result.stdout().written()).isEqualTo(1_000_001);
        assertThat(result.stdout().omitted()).contains(new CapturedOutput.Gap(48 * 1024, 1_000_001 - 64 * 1024));
    }

    @Test
    void testLoopDeafToAllSignalsTimesOutWithPartialOutput() {
        ExecutionRequest request = request("""
                import signal
                for number in range(1, 65):
                    try:
                        signal.signal(number, signal.SIG_IGN)
                    except (OSError, ValueError, RuntimeError):
                        pass
                print("partial")
                while True:
                    pass
                """, Duration.ofSeconds(1), "");

        ExecutionResult result = RealService.result(service.execute(request));
        assertNoExit(result, Outcome.TIMED_OUT);
        assertThat(result.stdout().text()).isEqualTo("partial\n");
        assertThat(result.timings().run().doubleValue()).isBetween(1000.0, 2500.0);
        assertThat(result.usage().cpuMicros().orElseThrow()).isGreaterThan(100_000);
    }

    @Test
    void testContainerKilledFromOutsideIsLost() throws Exception {
        CompletableFuture<Answer> answer =
                service.begin(request("print('here')\nimport time\ntime.sleep(8)", Duration.ofSeconds(10), ""));
        Thread.sleep(1500);
        containers.ids().forEach(containers::killIfThere);

        ExecutionResult result = RealService.result(answer.get());
        assertNoExit(result, Outcome.LOST);
        assertThat(result.stdout().text()).isEqualTo("here\n");
        assertThat(result.usage().cpuMicros()).isEmpty();
    }

    @Test
    void testProcessesOfTheProgramEndWithIt() {
        ExecutionResult result = run("""
                import os, time
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0:
                        time.sleep(60)
                    os._exit(0)
                print("done")
                """);

        assertThat(result.conclusion().exitCode()).hasValue(0);
        assertThat(result.stdout().text()).isEqualTo("done\n");
        assertThat(result.timings().run().doubleValue()).isLessThan(5000);
    }

    @Test
    void testStdinIsExactAndAbsentStdinEndsAtOnce() {
        String text = "zeile\r\n\u0000 ü 🐍".repeat(5000);
        ExecutionResult read = RealService.result(service.execute(request(
                "import sys, os\ndata = getattr(sys.stdin, 'buffer', sys.stdin).read()\nprint(len(data))\n"
                        + "os.write(1, data[-4:])",
                Duration.ofSeconds(5),
                text)));
        ExecutionResult absent = run("try:\n    input()\nexcept EOFError:\n    print('EOF')");

        assertThat(read.stdout().text()).isEqualTo(text.getBytes(UTF_8).length + "\n🐍");
        assertThat(absent.stdout().text()).isEqualTo("EOF\n");
    }

    @Test
    void testSyntaxErrorOfTheGuestIsItsOwn() {
        ExecutionResult result = run("x = (1,\nprint(\n");

        assertThat(result.conclusion().exitCode()).hasValue(1);
        assertThat(result.stderr().text()).contains("main.py\", line 2").contains("SyntaxError");
    }
}
