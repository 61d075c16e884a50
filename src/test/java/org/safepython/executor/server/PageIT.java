package org.safepython.executor.server;

import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.server.Visit.Window;

/** The page in a real browser that runs no scripts, in a wide and a narrow window, light and dark. */
class PageIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final Window WIDE = new Window(1280, 800, false, LIGHT);
    private static final Window NARROW = new Window(360, 740, false, DARK);
    private static final String XSS = "</textarea></pre></script><script>alert(1)</script><img src=x onerror=alert(2)>"
            + "\"'><svg onload=alert(3)>&lt;b&gt;&#60;i&#62;<!--]]>#{7*7}${7*7}";

    private static final Map<Window, Visit> VISITS = new HashMap<>();

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        VISITS.values().forEach(Visit::end);
        chromium.close();
    }

    @AfterEach
    void nothingForbiddenHappened() {
        VISITS.values().forEach(Visit::assertNothingForbidden);
    }

    static Stream<Window> windows() {
        return Stream.of(WIDE, NARROW);
    }

    private static Visit visit(Window window) {
        return VISITS.computeIfAbsent(window, none -> new Visit(chromium.browser(), SERVER, window))
                .begin();
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testDefaultProgramRunsAtThePressOfAButton(Window window) {
        Visit visit = visit(window);
        assertThat(visit.page().title()).isEqualTo("Safe Python Executor");
        visit.picture("start");
        visit.press();

        assertThat(visit.outcome()).isEqualTo("Completed.");
        assertThat(visit.stream("stdout")).isEqualTo("Hello World\n");
        assertThat(visit.page().locator("pre.stderr").count()).isZero();
        assertThat(visit.page().locator("dl").innerText()).contains("Exit code", "0", "Time", " ms");
        visit.picture("hello");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testStreamsAreToldApartByMoreThanColour(Window window) {
        Visit visit = visit(window);
        visit.run("print('to output')\nraise ValueError('to error')");

        assertThat(visit.outcome()).isEqualTo("Ended with exit code 1.");
        assertThat(visit.stream("stdout")).isEqualTo("to output\n");
        assertThat(visit.stream("stderr")).endsWith("ValueError: to error\n");
        assertThat(visit.page()
                        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Standard error"))
                        .count())
                .isOne();
        visit.picture("streams");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testRefusalNamesTheLines(Window window) {
        Visit visit = visit(window);
        visit.run("x = 1\nimport os\n\nopen('/etc/passwd')\n");

        assertThat(visit.outcome()).contains("policy refuses");
        assertThat(visit.page().locator(".violations li").allInnerTexts())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).contains("line 2", "import", "\"os\""),
                        second -> assertThat(second).contains("line 4", "builtin", "\"open\""));
        assertThat(visit.page().locator(".console pre").count()).isZero();
        visit.picture("refused");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testLanguageIsChosenAndStaysChosen(Window window) {
        Visit visit = visit(window);
        visit.page().getByLabel("Language").selectOption("Python 2.7");
        visit.run("print('one', 'two')");

        assertThat(visit.outcome()).isEqualTo("Completed.");
        assertThat(visit.stream("stdout")).isEqualTo("('one', 'two')\n");
        assertThat(visit.page().getByLabel("Language").inputValue()).isEqualTo("python2");
        visit.picture("python2");
    }

    @Test
    void testSyntaxErrorNamesTheLine() {
        Visit visit = visit(NARROW);
        visit.run("x = 1\ny = (\n");

        assertThat(visit.outcome()).contains("not valid Python");
        assertThat(visit.page().locator(".violations li").innerText()).contains("line 2", "syntax");
        visit.picture("syntax-error");
    }

    @ParameterizedTest
    @CsvSource({
        "Primes, Completed., 89 97",
        "Reading input, Ended with exit code 1., EOFError",
        "A traceback, Ended with exit code 1., ZeroDivisionError",
        "A write to /etc, Not started: the policy refuses this program., \"open\"",
        "A memory bomb, Killed: used more than 128 MiB of memory., asking for",
        "A flood of output, Stopped: wrote more than 8 MiB., bytes are left out",
        "An endless loop, Stopped after 5 s: time limit., 1000000"
    })
    void testExamplesShowWhatTheyPromise(String title, String outcome, String part) {
        Visit visit = visit(WIDE);
        visit.example(title);
        visit.press();

        assertThat(visit.outcome()).isEqualTo(outcome);
        assertThat(visit.page().locator(".console").textContent()).contains(part);
        visit.picture("example-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    @Test
    void testRefusedExampleIsRefused() {
        Visit visit = visit(NARROW);
        visit.example("A refused import");
        visit.press();
        assertThat(visit.page().locator(".violations li").first().innerText()).contains("line 1");
    }

    @Test
    void testPolicyIsChosenAndStaysChosen() {
        Visit visit = visit(WIDE);
        Locator policy = visit.page().getByLabel("Policy");
        assertThat(policy.locator("option").allTextContents()).containsExactly("strict", "standard", "container");

        visit.run("import math\nprint(math.floor(2.5))");
        assertThat(visit.outcome()).contains("policy refuses");
        assertThat(policy.inputValue()).isEqualTo("strict");

        policy.selectOption("standard");
        visit.press();
        assertThat(visit.outcome()).isEqualTo("Completed.");
        assertThat(visit.stream("stdout")).isEqualTo("2\n");
        assertThat(policy.inputValue()).isEqualTo("standard");
    }

    @Test
    void testInputIsRead() {
        Visit visit = visit(WIDE);
        visit.example("Reading input");
        visit.run(visit.code(), "Grüße 🐍\n");
        assertThat(visit.stream("stdout")).endsWith("Hello, Grüße 🐍!\n");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testMarkupIsShownAsText(Window window) {
        Visit visit = visit(window);
        String code = "# " + XSS + "\nprint(input())\nraise ValueError('''" + XSS + "''')";
        visit.run(code, XSS);

        assertThat(visit.stream("stdout")).isEqualTo(XSS + "\n");
        assertThat(visit.stream("stderr")).contains("ValueError: " + XSS);
        assertThat(visit.code()).isEqualTo(code);
        assertThat(visit.page().getByLabel("Standard input").inputValue()).isEqualTo(XSS);
        assertThat(visit.page().locator("script:not([src]), img, svg, b, i").count())
                .isZero();
        visit.picture("markup");
    }

    @Test
    void testMarkupInTheAddressIsNotShown() {
        Visit visit = visit(WIDE);
        visit.page().navigate("/?example=%3Cscript%3Ealert(1)%3C/script%3E&example=loop");
        assertThat(visit.page().content()).doesNotContain("alert");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n\nprint(1)",
                "\nprint(1)\n\n\n",
                "if True:\n\tprint(1)  \n  \n",
                "print('''a\n\n  b  ''')   ",
                "print('\\u2028 é 🐍 \u00a0')",
                "",
                " \n"
            })
    void testProgramSurvivesTheRoundTripExactly(String code) {
        Visit visit = visit(WIDE);
        visit.run(code);
        assertThat(visit.code()).isEqualTo(code);

        visit.press();
        assertThat(visit.code()).isEqualTo(code);
        assertThat(visit.outcome()).isEqualTo("Completed.");
    }

    @Test
    void testStdinAndOutputKeepTheirBlankLines() {
        Visit visit = visit(WIDE);
        visit.run("while True:\n    try:\n        print(input())\n    except EOFError:\n        break", "\n\n x \n\n");

        assertThat(visit.stream("stdout")).isEqualTo("\n\n x \n\n");
        assertThat(visit.page().getByLabel("Standard input").inputValue()).isEqualTo("\n\n x \n\n");
    }

    @Test
    void testSixtyFourKibibytesRunAndOneByteMoreIsTooMuch() {
        String end = "\nprint('end')";
        String most = "#" + "é\n#".repeat((64 * 1024 - end.length() - 1) / 4);
        String padded = most + "x".repeat(64 * 1024 - end.length() - most.getBytes(UTF_8).length) + end;
        Visit visit = visit(NARROW);
        visit.run(padded);
        assertThat(visit.stream("stdout")).isEqualTo("end\n");

        visit.run("#" + padded);
        assertThat(visit.outcome())
                .startsWith("Not started: a program is at most 64 KiB, standard input at most 128 KiB");
        assertThat(visit.code()).hasSize(padded.length() + 1);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testNothingSticksOutSideways(Window window) {
        Visit visit = visit(window);
        assertThat(visit.scrollsSideways()).isFalse();
        visit.run("print('w' * 500)\nprint(' '.join(['long'] * 200))\nraise ValueError('v' * 500)");
        assertThat(visit.scrollsSideways()).isFalse();
        visit.run("import " + "m".repeat(300));
        assertThat(visit.scrollsSideways()).isFalse();
        visit.picture("long-lines");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testEveryFieldHasALabelAndEveryTargetIsLargeEnough(Window window) {
        Visit visit = visit(window);
        visit.press();
        Page page = visit.page();
        for (Locator field : page.locator(
                        "textarea, select:visible, input:visible:not([type=hidden]):not([type=submit])")
                .all()) {
            assertThat(field.evaluate("field => field.labels.length")).isEqualTo(1);
        }
        for (Locator target : page.locator("a:visible, [type=submit], textarea, select:visible")
                .all()) {
            assertThat(target.boundingBox().height).isGreaterThanOrEqualTo(24);
        }
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run"))
                        .boundingBox()
                        .height)
                .isGreaterThanOrEqualTo(44);
        assertThat(page.locator("html[lang=en]").count()).isOne();
        assertThat(page.locator("h1").count()).isOne();
        assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Completed.");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testTextStandsOutFromItsBackground(Window window) throws Exception {
        String contrast = Files.readString(Path.of("src/test/resources/page/contrast.js"));
        Visit visit = visit(window);
        assertThat((List<?>) visit.page().evaluate(contrast)).isEmpty();
        visit.run("print(1)\nraise ValueError");
        assertThat((List<?>) visit.page().evaluate(contrast)).isEmpty();
        visit.run("import os");
        assertThat((List<?>) visit.page().evaluate(contrast)).isEmpty();
    }

    @Test
    void testKeyboardAloneRunsAProgramAndShowsWhereItIs() {
        Visit visit = visit(WIDE);
        Page page = visit.page();
        page.getByLabel("Python program").focus();
        page.keyboard().press("Tab");
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run"));
        assertThat(button.evaluate("b => document.activeElement === b && getComputedStyle(b).outlineStyle"))
                .isEqualTo("solid");
        for (String label : List.of("Language", "Policy", "Standard input", "Arguments")) {
            page.keyboard().press("Tab");
            assertThat(page.getByLabel(label).evaluate("field => document.activeElement === field"))
                    .as(label)
                    .isEqualTo(true);
        }
        button.focus();
        visit.send(() -> page.keyboard().press("Enter"));
        assertThat(visit.outcome()).isEqualTo("Completed.");
    }

    @Test
    void testPageAllowsNoScriptButItsOwnAndKeepsNoCookie() {
        Visit visit = visit(WIDE);
        Response response = visit.page().reload();
        Map<String, String> headers = response.headers();

        assertThat(headers.get("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .contains("script-src 'self';", "style-src 'self' 'nonce-")
                .doesNotContain("unsafe");
        assertThat(visit.page().reload().headers().get("content-security-policy"))
                .isNotEqualTo(headers.get("content-security-policy"));
        visit.press();
        assertThat(visit.page().context().cookies()).isEmpty();
    }

    @Test
    void testPageThatTheBrowserKeptRunsAllTheSame() {
        Visit visit = visit(WIDE);
        visit.press();
        visit.page().goBack();
        visit.press();
        assertThat(visit.outcome()).isEqualTo("Completed.");
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testOutcomeIsInSightWhenThePageComes(Window window) {
        Visit visit = visit(window);
        visit.run("for i in range(100): print(i)");
        visit.sight("result");

        assertThat(visit.page().title()).isEqualTo("Completed. – Safe Python Executor");
        Locator outcome = visit.page().locator(".outcome:focus");
        assertThat(outcome.boundingBox().y).isBetween(0.0, window.height() / 2.0);
    }

    @Test
    void testProgramThatWritesNothingIsSaidToHaveDoneSo() {
        Visit visit = visit(NARROW);
        visit.run("");

        assertThat(visit.outcome()).isEqualTo("Completed.");
        assertThat(visit.page().locator(".console").innerText()).contains("The program wrote nothing.");
    }
}
