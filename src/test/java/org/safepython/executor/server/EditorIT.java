package org.safepython.executor.server;

import static com.microsoft.playwright.options.ColorScheme.DARK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writing a program: by keyboard and mouse, and with the policy that looks on. */
class EditorIT {
    @RegisterExtension
    static final Browsing BROWSING = new Browsing();

    private Desk desk;
    private Page page;

    @BeforeEach
    void open() {
        desk = BROWSING.open();
        page = desk.page();
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    @Test
    void testTypingIndentsByFourAndClosesBrackets() {
        desk.write("");
        type("if True:");
        press("Enter");
        type("print((1, 2");
        assertThat(desk.code()).isEqualTo("if True:\n    print((1, 2))");

        press("End");
        press("Enter");
        press("Tab");
        type("pass");
        assertThat(desk.code()).isEqualTo("if True:\n    print((1, 2))\n        pass");
        press("Shift+Tab");
        assertThat(desk.code()).endsWith("\n    pass");
    }

    @Test
    void testUndoIsKeptOverARun() {
        desk.write("print(1)");
        page.waitForTimeout(600);
        desk.editor().press("Control+End");
        type("  # more");
        desk.run();
        assertThat(desk.outcome()).isEqualTo("Completed.");

        desk.editor().press("Control+z");
        assertThat(desk.code()).isEqualTo("print(1)");
        press("Control+y");
        assertThat(desk.code()).isEqualTo("print(1)  # more");
    }

    @Test
    void testEscapeThenTabLeavesTheEditor() {
        desk.editor().press("Control+End");
        String before = desk.code();
        press("Escape");
        press("Tab");
        assertThat(page.evaluate("document.activeElement.closest('.cm-editor') === null"))
                .isEqualTo(true);
        assertThat(desk.code()).isEqualTo(before);
    }

    @Test
    void testWordsOfPythonStandOut() {
        desk.write("for x in 'text': # comment\n    print(12)");
        Locator line = desk.editor().locator(".cm-line").first();
        String plain = colour(line);
        List<String> colours = new ArrayList<>();
        for (String part : List.of("for", "'text'", "# comment")) {
            colours.add(colour(line.locator("span").getByText(part, new Locator.GetByTextOptions().setExact(true))));
        }
        assertThat(colours).doesNotContain(plain).doesNotHaveDuplicates();
    }

    private static String colour(Locator locator) {
        return (String) locator.evaluate("element => getComputedStyle(element).color");
    }

    @Test
    void testTextIsFoundAndReplaced() {
        desk.write("one = 1\nprint(one)");
        desk.editor().press("Control+f");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Find"))
                .fill("one");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Replace"))
                .fill("two");
        desk.button("replace all").click();
        desk.visit().picture("search");
        assertThat(desk.code()).isEqualTo("two = 1\nprint(two)");
    }

    @Test
    void testPolicyMarksWhatItRefusesWhileTyping() {
        desk.write("x = 1\nimport os\nopen('f')\n");
        Locator refused = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Refused places"))
                .getByRole(AriaRole.LISTITEM);
        PlaywrightAssertions.assertThat(refused).hasCount(2);
        assertThat(refused.allInnerTexts().get(0)).contains("line 2, column 1", "import", "\"os\"");
        assertThat(page.locator(".cm-lintRange-error").allTextContents()).containsExactly("import os", "open");
        assertThat(page.locator("#judgement").textContent()).isEqualTo("Refused in 2 places:");
        desk.visit().picture("judged");

        page.locator(".cm-lintRange-error").first().hover();
        PlaywrightAssertions.assertThat(page.locator(".cm-tooltip-lint")).containsText("\"os\" cannot be imported");

        refused.nth(1).getByRole(AriaRole.LINK).focus();
        press("Enter");
        assertThat(desk.cursorLine()).isEqualTo(3);
        assertThat(desk.button("Run").isEnabled()).isTrue();

        desk.write("x = 1");
        PlaywrightAssertions.assertThat(refused).hasCount(0);
        PlaywrightAssertions.assertThat(page.locator(".cm-lintRange-error")).hasCount(0);
        assertThat(page.locator("#judgement").textContent()).isEqualTo("The policy accepts this program.");
    }

    @Test
    void testMarksStandOnTheRightCharacters() {
        desk.write("s = '🐍🐍'; open('é')");
        PlaywrightAssertions.assertThat(page.locator(".cm-lintRange-error")).hasText("open");
    }

    /** Asked when typing pauses, about what is there then; what came before is not waited for. */
    @Test
    void testPolicyIsAskedWhenTypingPauses() {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/check")) {
                asked.add(request.postData());
            }
        });
        desk.write("");
        page.waitForTimeout(1000);
        asked.clear();
        desk.editor().pressSequentially("import os, sys", new Locator.PressSequentiallyOptions().setDelay(20));
        PlaywrightAssertions.assertThat(page.locator("#judgement")).hasText("Refused in 2 places:");
        assertThat(asked).hasSizeLessThanOrEqualTo(2);
        assertThat(asked.get(asked.size() - 1)).contains("import os, sys");
    }

    @Test
    void testVerdictAboutAnotherTextIsNotWaitedFor() {
        List<Route> held = new ArrayList<>();
        List<Request> dropped = new ArrayList<>();
        page.route("**/check", held::add);
        page.onRequestFailed(dropped::add);
        desk.write("import os\n" + "x = 1\n".repeat(20) + "open('f')");
        page.waitForCondition(() -> held.size() == 1);
        desk.write("a = 1");
        page.waitForCondition(() -> held.size() == 2);
        held.get(1).resume();

        PlaywrightAssertions.assertThat(page.locator("#judgement")).hasText("The policy accepts this program.");
        assertThat(page.locator(".cm-lintRange-error").count()).isZero();
        assertThat(dropped).extracting(Request::url).singleElement().asString().endsWith("/check");
    }

    @Test
    void testPolicyOfTheChosenPresetIsAsked() {
        desk.write("import math");
        PlaywrightAssertions.assertThat(page.locator("#judgement")).hasText("Refused in 1 place:");
        desk.field("Policy").selectOption("standard");
        PlaywrightAssertions.assertThat(page.locator("#judgement")).hasText("The policy accepts this program.");
    }

    @Test
    void testThemeFollowsTheSystemUntilItIsChosen() {
        Locator theme = page.getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Dark"));
        assertThat(theme.getAttribute("aria-checked")).isEqualTo("false");
        String light = background();
        theme.click();
        assertThat(theme.getAttribute("aria-checked")).isEqualTo("true");
        assertThat(background()).isNotEqualTo(light);

        desk.reload();
        assertThat(theme.getAttribute("aria-checked")).isEqualTo("true");
        theme.click();
        assertThat(background()).isEqualTo(light);

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(DARK));
        PlaywrightAssertions.assertThat(theme).hasAttribute("aria-checked", "true");
        assertThat(background()).isNotEqualTo(light);
    }

    @Test
    void testTypingReplacesASelection() {
        desk.write("for x in 'text':\n    print(x)  # comment");
        press("Control+a");
        type("x");
        assertThat(desk.code()).isEqualTo("x");
        press("Control+z");
        press("Control+Home");
        press("Shift+ArrowDown");
        press("Delete");
        type("if 1:\n");
        press("Control+Home");
        press("Control+Shift+ArrowRight");
        press("Backspace");
        assertThat(desk.code()).endsWith("# comment");
        press("Control+a");
        type("(");
        assertThat(desk.code()).startsWith("(").endsWith("# comment)");
    }

    private String background() {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
