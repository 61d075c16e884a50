package org.safepython.executor.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.server.Visit.Window;

/** The page for everybody: WCAG 2.2 AA in all its states, wide and narrow, light and dark, enlarged, by keyboard alone. */
class AccessibilityIT {
    private static final List<String> STANDARD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String COLOURS = """
            for i in [*range(30, 38), *range(90, 98), *range(40, 48), *range(100, 108), 1, 3, 4, 7, 9]:
                print(f"\\x1b[{i}mcolour {i}\\x1b[0m")
            """;

    @RegisterExtension
    static final Browsing BROWSING = new Browsing();

    static Stream<Window> windows() {
        return Stream.of(
                new Window(1280, 800, true, LIGHT),
                new Window(1280, 800, true, DARK),
                new Window(360, 740, true, LIGHT),
                new Window(360, 740, true, DARK));
    }

    /** Looks at the page as it stands: by the rules of axe, at its contrasts, for what sticks out. */
    static void look(Desk desk, String state) throws Exception {
        Page page = desk.page();
        desk.visit().picture("scripted-" + state);
        assertThat(new AxeBuilder(page).withTags(STANDARD).analyze().getViolations())
                .extracting(Rule::getId, rule -> rule.getNodes().toString())
                .as(state)
                .isEmpty();
        String contrast = Files.readString(Path.of("src/test/resources/page/contrast.js"));
        assertThat((List<?>) page.evaluate(contrast)).as(state).isEmpty();
        assertThat(desk.visit().scrollsSideways()).as(state).isFalse();
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testEveryStateIsAccessible(Window window) throws Exception {
        Desk desk = BROWSING.open(window);
        Page page = desk.page();
        look(desk, "start");

        desk.write("import os\nx = 'text' # comment\nfor i in range(10):\n    open(i)");
        assertThat(page.locator("#judgement")).containsText("Refused");
        look(desk, "refused-while-typing");

        desk.run();
        look(desk, "refused");

        desk.run(COLOURS + "\nraise ValueError('v' * 300)");
        look(desk, "colours");

        desk.write("print('running')\nwhile True: pass").button("Run").click();
        desk.awaitOutput("running");
        look(desk, "running");
        desk.awaitEnd();

        page.getByText("Last runs").click();
        page.getByText("The same from a program").click();
        look(desk, "all-open");

        desk.button("Share").click();
        look(desk, "sharing-open");
        page.keyboard().press("Escape");
        page.locator("#runs").getByText("Compare").first().click();
        look(desk, "comparison-open");
    }

    /** 200 % on a screen of 1280 pixels is a page of 640. */
    @ParameterizedTest
    @MethodSource("windows")
    void testNothingOverlapsAtTwoHundredPercent(Window window) throws Exception {
        Desk desk = BROWSING.open(
                new Window(Math.max(320, window.width() / 2), window.height() / 2, true, window.scheme()));
        desk.run("print('w' * 500)\nraise ValueError('v' * 500)");
        look(desk, "enlarged");
        assertThat((List<?>) desk.page().evaluate(Files.readString(Path.of("src/test/resources/page/overlaps.js"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testNothingOverlaps(Window window) throws Exception {
        Desk desk = BROWSING.open(window);
        desk.run("import os");
        desk.page().getByText("The same from a program").click();
        assertThat((List<?>) desk.page().evaluate(Files.readString(Path.of("src/test/resources/page/overlaps.js"))))
                .isEmpty();
        for (Locator target : desk.page()
                .locator("a:visible, button:visible, select:visible, summary:visible")
                .all()) {
            assertThat(target.boundingBox().height).as(target.textContent()).isGreaterThanOrEqualTo(24);
        }
        for (String name : List.of("Run", "Stop", "Share", "Copy output")) {
            assertThat(desk.button(name).boundingBox().height).isGreaterThanOrEqualTo(44);
        }
    }

    @Test
    void testFocusGoesInTheOrderOfThePageAndIsSeen() {
        Desk desk = BROWSING.open();
        Page page = desk.page();
        desk.editor().focus();
        page.keyboard().press("Escape");
        for (String id : List.of("run", "share", "language", "policy", "stdin", "args", "output", "output-copy")) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo(id);
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as(id)
                    .isEqualTo("solid");
        }
    }

    /** What is read out is the outcome and the policy's word, not what a program writes. */
    @Test
    void testLiveRegionsDoNotShoutAFlood() {
        Desk desk = BROWSING.open();
        desk.run("for i in range(1000): print('flood', i)");
        List<String> spoken = desk.page()
                .locator("[role=status], [role=alert], [role=log], [aria-live]")
                .allTextContents();
        assertThat(spoken).noneMatch(text -> text.contains("flood"));
        assertThat(spoken).anyMatch(text -> text.contains("Completed."));
    }
}
