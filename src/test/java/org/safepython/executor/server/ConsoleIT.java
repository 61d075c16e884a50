package org.safepython.executor.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.MachinePace;
import org.safepython.executor.server.Visit.Window;

/** Running a program in the page: what it writes, how it ends, and how it is stopped. */
class ConsoleIT {
    private static final long LONGEST_FREEZE_MS =
            MachinePace.stretched(Duration.ofSeconds(1)).toMillis();
    private static final String FLOOD = "while True:\n    print('flood ' * 20)";

    @RegisterExtension
    static final Browsing BROWSING = new Browsing();

    private Desk desk;
    private Page page;

    @BeforeEach
    void open() {
        desk = BROWSING.open();
        page = desk.page();
    }

    @Test
    void testDefaultProgramRuns() {
        desk.run();
        assertThat(desk.outcome()).isEqualTo("Completed.");
        assertThat(desk.lines("stdout")).containsExactly("Hello World");
        assertThat(page.locator("#facts").innerText())
                .contains("Exit code", "Time", " ms", "CPU", "Peak memory", "MiB");
        desk.visit().picture("scripted-hello");
    }

    @Test
    void testOutputIsSeenWhileTheProgramRuns() {
        desk.write("print('begun')\nn = 0\nwhile True:\n    n += 1");
        desk.button("Run").click();
        desk.awaitOutput("begun");
        assertThat(desk.outcome()).isEqualTo("Running …");
        assertThat(desk.button("Run").isDisabled()).isTrue();

        desk.button("Stop").click();
        desk.awaitEnd();
        assertThat(desk.outcome()).isEqualTo("Stopped on request.");
        assertThat(desk.lines("stdout")).containsExactly("begun");
        assertThat(desk.button("Stop").isDisabled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Control+Enter", "Meta+Enter"})
    void testKeysRunFromAnyField(String keys) {
        desk.write("print(input())");
        desk.field("Standard input").fill("by keys");
        desk.field("Standard input").press(keys);
        desk.awaitOutput("by keys").awaitEnd();

        desk.write("print('from the editor')");
        desk.editor().press(keys);
        desk.awaitOutput("from the editor").awaitEnd();
        assertThat(desk.code()).isEqualTo("print('from the editor')");
    }

    @Test
    void testStreamsAreToldApartByAWord() {
        desk.run("print('to output')\nraise ValueError('to error')");
        assertThat(desk.outcome()).isEqualTo("Ended with exit code 1.");
        assertThat(desk.lines("stdout")).containsExactly("to output");
        assertThat(desk.lines("stderr")).first().asString().startsWith("Traceback");
        assertThat(page.locator(".line.stderr .tag").allTextContents()).containsExactly("stderr");
        desk.visit().picture("scripted-streams");
    }

    @Test
    void testTracebackLeadsToTheLine() {
        desk.run("def f():\n    return 1 / 0\n\nf()\n");
        List<Locator> links = desk.output().getByRole(AriaRole.LINK).all();
        assertThat(links).hasSize(2);
        links.get(1).click();
        assertThat(desk.cursorLine()).isEqualTo(2);
        assertThat(desk.editor()).isFocused();
        links.get(0).focus();
        page.keyboard().press("Enter");
        assertThat(desk.cursorLine()).isEqualTo(4);
    }

    @Test
    void testRefusalLeadsToTheLine() {
        desk.run("x = 1\nimport os\n");
        assertThat(desk.outcome()).isEqualTo("Not started: the policy refuses this program.");
        page.locator("#violations").getByRole(AriaRole.LINK).click();
        assertThat(desk.cursorLine()).isEqualTo(2);

        desk.run("x = 1\ny = (\n");
        assertThat(desk.outcome()).isEqualTo("Not started: this is not valid Python.");
        assertThat(page.locator("#violations").innerText()).contains("line 2", "syntax");
    }

    @Test
    void testColoursAreThoseOfTheListAndTheRestIsText() {
        desk.run("print('\\x1b[1;31mred\\x1b[0m plain \\x1b[2Jclear \\x1b]8;;http://x\\x07link')");
        assertThat(desk.output().locator(".bold.fg-1")).hasText("red");
        assertThat(desk.lines("stdout")).containsExactly("red plain ␛[2Jclear ␛]8;;http://x␇link");
        assertThat(desk.output().getByRole(AriaRole.LINK)).hasCount(0);
    }

    @Test
    void testProgressBarStaysOnItsLine() {
        desk.run("for i in range(101):\n    print(f'\\r{i:3} %', end='', flush=True)\nprint()\nprint('done')");
        assertThat(desk.lines("stdout")).containsExactly("100 %", "done");
    }

    /** The longest time that the page did not answer is measured in the page itself, in milliseconds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                FLOOD,
                "while True:\n    print()",
                "while True:\n    print('x' * 100_000, end='')",
                "print(''.join('\\x1b[3%dmx' % (i % 8) for i in range(4096)), end='')\nwhile True:\n    print('\\rx' * 9999, end='')",
                "while True:\n    print('\\x1b[31mx\\x1b[32my' * 9999, end='')",
                "print(''.join('\\x1b[3%dmx' % (i % 8) for i in range(4096)), end='')\nwhile True:\n    print('\\x1b[K\\r\\x1b[1m.' * 9999, end='')"
            })
    void testEightMebibytesDoNotFreezeThePage(String code) {
        desk.write(code);
        page.evaluate(
                "window.longest = 0; let last = performance.now();"
                        + "setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now }, 10)");
        desk.run();
        assertThat(desk.outcome()).isIn("Stopped: wrote more than 8 MiB.", "Stopped after 5 s: time limit.");
        assertThat(((Number) page.evaluate("longest")).longValue()).isLessThan(LONGEST_FREEZE_MS);
        assertThat(desk.output().locator(".line").count()).isLessThan(4000);
    }

    @Test
    void testAllOfAFloodCanBeDownloaded() {
        desk.run(FLOOD);
        assertThat(desk.output().locator(".gap")).containsText("lines are not shown here");
        desk.visit().picture("scripted-flood");

        Download download =
                page.waitForDownload(() -> desk.button("Download output").click());
        assertThat(download.suggestedFilename()).isEqualTo("output.txt");
        assertThat(sizeOf(download)).isBetween(8L << 20, (8L << 20) + (64 << 10));
    }

    @Test
    void testWhoRunsByKeyboardKeepsHisPlace() {
        desk.button("Run").focus();
        page.keyboard().press("Enter");
        desk.awaitOutput("Hello World").awaitEnd();
        assertThat(desk.button("Run")).isFocused();
    }

    private static long sizeOf(Download download) {
        try {
            return Files.size(download.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void testOutputIsCopiedAsItCame() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        desk.run("print('\\x1b[31mred\\x1b[0m')\nprint('  two  ')");
        desk.button("Copy output").click();
        page.getByText("Copied.").waitFor();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("\u001b[31mred\u001b[0m\n  two  \n");
    }

    @Test
    void testArgumentsAndInputReachTheProgram() {
        desk.field("Policy").selectOption("container");
        desk.field("Arguments").fill("--name\nGrüße 🐍\n\nlast\n");
        desk.field("Standard input").fill("one\ntwo");
        desk.run("import sys\nprint(sys.argv[1:], sys.stdin.read().split())");
        assertThat(desk.lines("stdout")).containsExactly("['--name', 'Grüße 🐍', '', 'last'] ['one', 'two']");
    }

    @Test
    void testLanguageIsChosen() {
        desk.field("Language").selectOption("Python 2.7");
        desk.run("print 'one', 'two'");
        assertThat(desk.outcome()).isEqualTo("Completed.");
        assertThat(desk.lines("stdout")).containsExactly("one two");
    }

    @ParameterizedTest
    @CsvSource({
        "Primes, Completed., 89 97",
        "Reading input, Ended with exit code 1., EOFError",
        "A traceback, Ended with exit code 1., ZeroDivisionError",
        "A refused import, Not started: the policy refuses this program., \"os\" cannot be imported",
        "A write to /etc, Not started: the policy refuses this program., \"open\"",
        "A memory bomb, Killed: used more than 128 MiB of memory., asking for",
        "A flood of output, Stopped: wrote more than 8 MiB., are not shown here",
        "An endless loop, Stopped after 5 s: time limit., 1000000"
    })
    void testExamplesShowWhatTheyPromise(String title, String outcome, String part) {
        desk.example(title);
        desk.run();
        assertThat(desk.outcome()).isEqualTo(outcome);
        assertThat(page.locator(".console").textContent()).contains(part);
    }

    @Test
    void testExampleTakesNothingAway() {
        desk.write("print('mine')");
        desk.field("Standard input").fill("mine, too");
        desk.example("Primes");
        assertThat(desk.code()).contains("def primes");
        assertThat(desk.field("Standard input")).hasValue("mine, too");
        desk.editor().press("Control+z");
        assertThat(desk.code()).isEqualTo("print('mine')");
    }

    @Test
    void testTooLargeAProgramIsSaidToBeSo() {
        desk.write("#" + "x".repeat(64 * 1024)).run();
        assertThat(desk.outcome()).startsWith("Not started: a program is at most 64 KiB");
        assertThat(desk.code()).hasSize(64 * 1024 + 1);
    }

    @Test
    void testProgramThatWritesNothingIsSaidToHaveDoneSo() {
        desk.run("");
        assertThat(desk.outcome()).isEqualTo("Completed.");
        assertThat(page.locator(".console").innerText()).contains("The program wrote nothing.");
    }

    @Test
    void testOutcomeComesIntoSightOnANarrowScreen() {
        Desk narrow = BROWSING.open(new Window(360, 740, true, DARK));
        narrow.run("for i in range(100): print(i)");
        narrow.visit().sight("scripted-result");
        double top = narrow.page().locator("#outcome").boundingBox().y;
        assertThat(top).isBetween(0.0, 740 / 2.0);
    }

    @Test
    void testWhoWaitsForAPlaceCanLeave() {
        try (TestServer server = TestServer.start(Map.of("EXECUTOR_PARALLEL_RUNS", "1"))) {
            Desk first = BROWSING.open(server, Browsing.WIDE);
            Desk second = BROWSING.open(server, Browsing.WIDE);
            first.write("print('in')\nwhile True: pass").button("Run").click();
            first.awaitOutput("in");
            second.page().waitForRequest("**/run", () -> second.button("Run").click());
            assertThat(second.outcome()).isEqualTo("Waiting for a container …");
            second.button("Stop").click();
            second.awaitEnd();
            assertThat(second.outcome()).isEqualTo("Stopped on request.");
            first.button("Stop").click();
            first.awaitEnd();
            second.run("print('my turn')");
            assertThat(second.lines("stdout")).containsExactly("my turn");
        }
    }
}
