package org.safepython.executor.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.DARK;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.Await;
import org.safepython.executor.server.Visit.Window;

/** The page of a server where everybody needs a key: signing in and out, with scripts and without. */
class SignInIT {
    private static final Window BARE = new Window(1280, 800, false, LIGHT);
    private static final String JSON = "Content-Type: application/json";

    @RegisterExtension
    static final Browsing BROWSING = new Browsing();

    @TempDir
    private static Path folder;

    private static KeyFolder keys;
    private static TestServer server;
    private static String runner;
    private static String reader;

    @BeforeAll
    static void start() throws Exception {
        keys = new KeyFolder(folder);
        runner = keys.make("class-7b", "run,check");
        reader = keys.make("watcher", "read");
        server = TestServer.start(Map.of("EXECUTOR_KEYS", keys.file().toString(), "EXECUTOR_REQUIRE_KEYS", "yes"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void signIn(Page page, String key) {
        page.navigate("/sign-in");
        page.getByLabel("API key").fill(key);
        button(page, "Sign in").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Stream<Window> windows() {
        return Stream.of(new Window(1280, 800, true, LIGHT), new Window(360, 740, true, DARK));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void testWhoSignsInRunsAndWhoSignsOutDoesNot(Window window) throws Exception {
        Desk desk = BROWSING.open(server, window);
        Page page = desk.page();
        assertThat(page.getByRole(AriaRole.NOTE)).containsText("You need a key");
        AccessibilityIT.look(desk, "signed-out");

        page.getByRole(AriaRole.NOTE).getByText("Sign in").click();
        AccessibilityIT.look(desk, "sign-in");
        signIn(page, "spe_wrong");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("This key is not known here.");
        assertThat(page.getByLabel("API key")).hasValue("");
        AccessibilityIT.look(desk, "sign-in-refused");

        page.getByLabel("API key").fill(runner);
        page.keyboard().press("Enter");
        page.waitForURL(server.uri("/").toString());
        assertThat(page.getByRole(AriaRole.NOTE)).hasCount(0);
        assertThat(page.locator("footer")).containsText("Signed in as class-7b");
        desk.run("print('let in')");
        assertThat(desk.outcome()).isEqualTo("Completed.");
        assertThat(page.locator("#judgement")).hasText("The policy accepts this program.");

        page.getByText("Signed in as class-7b").click();
        AccessibilityIT.look(desk, "signed-in");
        button(page, "Sign out").click();
        assertThat(page.getByLabel("API key")).isVisible();
        assertThat(page.context().cookies()).isEmpty();
        desk.at("/");
        assertThat(desk.code()).isEqualTo("print('let in')");
        assertThat(page.getByRole(AriaRole.NOTE)).containsText("You need a key");
    }

    @Test
    void testCookieIsNoKeyAndOnlyThisSiteHasItSent() {
        Page page = BROWSING.open(server, Browsing.WIDE).page();
        signIn(page, runner);
        page.waitForURL(server.uri("/").toString());

        List<Cookie> cookies = page.context().cookies();
        assertThat(cookies).singleElement().satisfies(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
            assertThat(cookie.value).isNotEqualTo(runner);
            Wire wire = new Wire(server);
            String brought = "Cookie: " + cookie.name + "=" + cookie.value;
            String check = "POST /check HTTP/1.1";
            assertThat(wire.request(check, "{\"code\":\"\"}", JSON, brought).status())
                    .isEqualTo(200);
            Problems.assertProblem(
                    wire.request(check, "{\"code\":\"\"}", JSON, "Authorization: Bearer " + cookie.value),
                    401,
                    "unauthorized");
            Problems.assertProblem(
                    wire.request(check, "{\"code\":\"\"}", JSON, brought, "Origin: http://evil.test"),
                    403,
                    "cross-origin");
            assertThat(wire.request(check, "{\"code\":\"\"}", JSON, brought, "Authorization: Bearer spe_wrong")
                            .status())
                    .as("a wrong key is not made good by a cookie")
                    .isEqualTo(401);
        });
        assertThat(page.content()).doesNotContain(runner);
    }

    @Test
    void testKeyThatMayNotRunIsToldSo() {
        Desk desk = BROWSING.open(server, Browsing.WIDE);
        signIn(desk.page(), reader);
        desk.page().waitForURL(server.uri("/").toString());
        desk.at("/");

        assertThat(desk.page().getByRole(AriaRole.NOTE)).containsText("Yours is not good for that");
        desk.run("print(1)");
        assertThat(desk.outcome()).isEqualTo("Not started: your key is not good for running programs.");
        assertThat(desk.visit().takeForbidden()).allMatch(line -> line.contains("403"));
    }

    @Test
    void testKeyThatIsRevokedSignsItsHolderOut() throws Exception {
        String lent = keys.make("lent", "run,check");
        Desk desk = BROWSING.open(server, Browsing.WIDE);
        Page page = desk.page();
        awaitCheck(lent, 200);
        signIn(page, lent);
        page.waitForURL(server.uri("/").toString());
        desk.at("/").run("print(1)");
        assertThat(desk.outcome()).isEqualTo("Completed.");

        keys.revoke("lent");
        awaitCheck(lent, 401);
        desk.run("print(2)");

        assertThat(desk.outcome()).isEqualTo("Not started: sign in first.");
        assertThat(desk.code()).isEqualTo("print(2)");
        assertThat(desk.visit().takeForbidden()).isNotEmpty().allMatch(line -> line.contains("401"));
    }

    private static void awaitCheck(String key, int status) {
        Wire wire = new Wire(server);
        Await.until(Duration.ofSeconds(20), () -> {
            String[] headers = {JSON, "Authorization: Bearer " + key};
            return wire.request("POST /check HTTP/1.1", "{\"code\":\"\"}", headers)
                            .status()
                    == status;
        });
    }

    @Test
    void testWithoutScriptsTooAndWhoIsNotSignedInIsShownWhere() {
        Visit visit = new Visit(BROWSING.browser(), server, BARE).begin();
        Page page = visit.page();
        visit.press();
        assertThat(page).hasURL(server.uri("/sign-in").toString());

        page.getByLabel("API key").fill(runner);
        button(page, "Sign in").click();
        page.waitForURL(server.uri("/").toString());
        visit.run("print('let in')");
        assertThat(visit.stream("stdout")).isEqualTo("let in\n");
        visit.assertNothingForbidden();
        visit.end();
    }
}
