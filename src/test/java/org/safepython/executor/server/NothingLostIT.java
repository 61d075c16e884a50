package org.safepython.executor.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written and what was run stays: over reloads, servers that went away, other tabs, and in links. */
class NothingLostIT {
    @RegisterExtension
    static final Browsing BROWSING = new Browsing();

    private Desk desk;
    private Page page;

    @BeforeEach
    void open() {
        desk = BROWSING.open();
        page = desk.page();
    }

    private Locator runs() {
        return page.locator("#runs").getByRole(AriaRole.LISTITEM);
    }

    private void openRuns() {
        page.getByText("Last runs").click();
    }

    @Test
    void testAllFieldsSurviveAReload() {
        desk.write("print('kept')\n\n# é 🐍\n");
        desk.field("Standard input").fill("\n\n in \n");
        desk.field("Arguments").fill("a\n\nb\n\n");
        desk.field("Language").selectOption("Python 2.7");
        desk.field("Policy").selectOption("standard");

        desk.reload();
        assertThat(desk.code()).isEqualTo("print('kept')\n\n# é 🐍\n");
        assertThat(desk.field("Standard input")).hasValue("\n\n in \n");
        assertThat(desk.field("Arguments")).hasValue("a\n\nb\n\n");
        assertThat(desk.field("Language")).hasValue("python2");
        assertThat(desk.field("Policy")).hasValue("standard");
    }

    @Test
    void testExampleOfTheAddressComesAndItsChangesSurviveAReload() {
        desk.write("print('mine')");
        desk.at("/?example=primes");
        assertThat(desk.code()).contains("def primes");
        desk.editor().press("Control+z");
        assertThat(desk.code()).isEqualTo("print('mine')");

        desk.write("print('changed')");
        desk.reload();
        assertThat(desk.code()).isEqualTo("print('changed')");
    }

    /** A server that dies and is started anew knows nothing of the page any more, as after an idle night. */
    @Test
    void testPageOutlivesItsServer() throws Exception {
        int port = TestServer.freePort();
        Map<String, String> settings = Map.of("EXECUTOR_PORT", Integer.toString(port));
        TestServer first = TestServer.start(settings);
        Desk tab = BROWSING.open(first, Browsing.WIDE);
        tab.write("print('so far')\nwhile True: pass").button("Run").click();
        tab.awaitOutput("so far");
        first.process().destroyForcibly().waitFor();
        tab.awaitEnd();
        assertThat(tab.outcome()).isEqualTo("Lost: the program was started and its end is not known.");
        assertThat(tab.lines("stdout")).containsExactly("so far");

        tab.run("print('kept')");
        assertThat(tab.outcome())
                .isEqualTo("Not started: the server cannot be reached. Your program is still here; try again.");
        assertThat(tab.code()).isEqualTo("print('kept')");

        TestServer second = TestServer.start(settings);
        tab.run();
        assertThat(tab.lines("stdout")).containsExactly("kept");
        assertThat(tab.visit().takeForbidden()).allMatch(line -> line.contains("ERR_"));
        second.close();
    }

    @Test
    void testTwoTabsHaveTextsOfTheirOwnAndOneListOfRuns() {
        desk.write("print('first')");
        Desk other = desk.otherTab();
        assertThat(other.code()).isEqualTo("print(\"Hello World\")\n");
        other.run("print('second')");

        desk.reload();
        assertThat(desk.code()).isEqualTo("print('first')");
        openRuns();
        assertThat(runs()).hasCount(1);
        desk.run();
        assertThat(runs()).hasCount(2);
        assertThat(runs().first()).containsText("print('first')");
        other.visit().assertNothingForbidden();
    }

    @Test
    void testTwoUsersSeeNothingOfEachOther() {
        Desk other = BROWSING.open();
        desk.write("import time\nprint('mine')");
        desk.field("Policy").selectOption("standard");
        desk.write("n = 0\nwhile n < 3_000_000:\n    n += 1\nprint('mine')")
                .button("Run")
                .click();
        other.run("print('theirs')");
        desk.awaitEnd();

        assertThat(other.lines("stdout")).containsExactly("theirs");
        assertThat(desk.lines("stdout")).containsExactly("mine");
        other.reload();
        assertThat(other.code()).isEqualTo("print('theirs')");
        assertThat(other.page().locator("#runs li").count()).isOne();
    }

    @Test
    void testLastTwentyRunsAreKeptAndPutBack() {
        openRuns();
        for (int i = 0; i < 21; i++) {
            desk.run("print(" + i + ")");
        }
        assertThat(runs()).hasCount(20);
        assertThat(runs().first()).containsText("print(20)");
        assertThat(runs().last()).containsText("print(1)");

        runs().nth(10).getByRole(AriaRole.BUTTON).first().click();
        assertThat(desk.code()).isEqualTo("print(10)");
        desk.editor().press("Control+z");
        assertThat(desk.code()).isEqualTo("print(20)");

        desk.reload();
        openRuns();
        assertThat(runs()).hasCount(20);
        desk.button("Forget them").click();
        assertThat(runs()).hasCount(0);
    }

    @Test
    void testTwoRunsAreCompared() {
        openRuns();
        desk.run("a = 1\nprint(a)");
        desk.run("a = 2\nprint(a)");
        runs().last().getByText("Compare").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator(".removed").allTextContents()).containsExactly("−a = 1", "−1");
        assertThat(dialog.locator(".added").allTextContents()).containsExactly("+a = 2", "+2");
        desk.visit().picture("comparison");
        dialog.getByText("Close").click();
        assertThat(dialog).isHidden();
    }

    /** A browser that has no more room, or keeps nothing at all, still runs programs. */
    @Test
    void testPageWorksWhereTheBrowserKeepsNothing() {
        page.addInitScript("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };"
                + "Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError') }");
        desk.reload();
        desk.run("print('all the same')");
        assertThat(desk.lines("stdout")).containsExactly("all the same");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"code\": 5}",
                "[{\"at\": 1}]",
                "\"\"",
                "[null, {\"program\": {\"code\": \"x\"}}]",
                "[{\"program\": {\"code\": \"\"}, \"sentence\": \"\", \"output\": \"\", \"at\": \"1e3\"}]"
            })
    void testWhatIsKeptMayBeAnything(String kept) {
        page.evaluate(
                "kept => { for (const key of ['runs', 'draft', 'theme']) {"
                        + " localStorage.setItem('safe-python-executor.' + key, kept);"
                        + " sessionStorage.setItem('safe-python-executor.' + key, kept) } }",
                kept);
        desk.reload();
        desk.run("print('all the same')");
        assertThat(desk.lines("stdout")).containsExactly("all the same");
    }

    @Test
    void testLinkCarriesTheProgramAndTheServerNeverSeesIt() {
        desk.write("print('shared 🐍', input())");
        desk.field("Standard input").fill("é");
        desk.button("Share").click();
        assertThat(page.locator("#link-note")).containsText("no server keeps them");
        String link = desk.field("Link").inputValue();
        desk.visit().picture("sharing");

        Desk other = BROWSING.open();
        other.page().onRequest(request -> assertThat(request.url()).doesNotContain("program="));
        other.at(link);
        assertThat(other.page().locator("#code")).hasValue("print('shared 🐍', input())");
        assertThat(other.field("Standard input")).hasValue("é");
        assertThat(other.outcome()).isEqualTo("This program came with the link. Read it before you run it.");
        assertThat(other.page().url()).doesNotContain("#");
        other.run();
        assertThat(other.lines("stdout")).containsExactly("shared 🐍 é");
    }

    @Test
    void testTooLongALinkIsNotGiven() {
        desk.write(new Random(1).longs(2000).mapToObj(number -> "# " + number).collect(Collectors.joining("\n")));
        desk.button("Share").click();
        assertThat(page.locator("#link-note")).containsText("send it as a file instead");
        assertThat(desk.field("Link")).hasValue("");
        assertThat(desk.button("Copy link")).isDisabled();
    }

    @Test
    void testLinkTakesNothingAway() {
        desk.write("print('linked')");
        String link = desk.link();
        desk.write("print('mine')");
        desk.field("Standard input").fill("mine, too");
        desk.at(link);
        assertThat(page.locator("#code")).hasValue("print('linked')");
        assertThat(desk.field("Standard input")).hasValue("");

        openRuns();
        assertThat(runs().first()).containsText("Replaced, not run.");
        runs().first().getByRole(AriaRole.BUTTON).first().click();
        assertThat(desk.code()).isEqualTo("print('mine')");
        assertThat(desk.field("Standard input")).hasValue("mine, too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#program=", "#program=AAAA", "#program=%00%ff", "#program=é"})
    void testBrokenLinkIsSaidToBeBroken(String fragment) {
        desk.write("print('mine')");
        page.evaluate("fragment => { location.hash = fragment }", fragment);
        assertThat(page.locator("#outcome")).containsText("The link holds no program that can be read");
        assertThat(desk.code()).isEqualTo("print('mine')");
    }
}
