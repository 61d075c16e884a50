package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A visitor of the page with a window of his own, which notes all that a page must never do. */
final class Visit {
    /**
     * The window of a visitor.
     *
     * @param width in CSS pixels
     * @param height in CSS pixels
     * @param scripts whether the browser runs any
     * @param scheme what the visitor's system prefers, {@code light} or {@code dark}
     */
    record Window(int width, int height, boolean scripts, ColorScheme scheme) {
        @Override
        public String toString() {
            return width + "x" + height + (scripts ? "" : "-no-script") + "-"
                    + scheme.name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double PATIENCE_MS = 15_000;

    private final List<String> forbidden;
    private final BrowserContext context;
    private final Page page;
    private final Window window;

    Visit(Browser browser, TestServer server, Window window) {
        this(context(browser, server, window), window, new ArrayList<>());
        String origin = server.uri("/").toString();
        context.onRequest(request -> {
            if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
                forbidden.add("request: " + request.url());
            }
        });
    }

    private Visit(BrowserContext context, Window window, List<String> forbidden) {
        this.context = context;
        this.window = window;
        this.forbidden = forbidden;
        page = context.newPage();
        page.onConsoleMessage(message -> forbidden.add("console: " + message.text()));
        page.onPageError(error -> forbidden.add("error: " + error));
        page.onDialog(dialog -> {
            forbidden.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    private static BrowserContext context(Browser browser, TestServer server, Window window) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(window.width(), window.height())
                .setJavaScriptEnabled(window.scripts())
                .setColorScheme(window.scheme())
                .setBaseURL(server.uri("/").toString()));
        context.setDefaultTimeout(PATIENCE_MS);
        return context;
    }

    /** Another tab of the same browser. */
    Visit otherTab() {
        return new Visit(context, window, forbidden);
    }

    /** Comes to the page anew. */
    Visit begin() {
        page.navigate("/");
        return this;
    }

    Page page() {
        return page;
    }

    /** Puts a program into the field and runs it. */
    void run(String code, String stdin) {
        write("Python program", code);
        write("Standard input", stdin);
        press();
    }

    void run(String code) {
        run(code, "");
    }

    /** As if pasted; typing 64 KiB takes a browser long. */
    private void write(String label, String text) {
        page.getByLabel(label).evaluate("(field, text) => field.value = text", text);
    }

    /** Presses the button and waits for the page that comes. */
    void press() {
        send(() -> page.getByRole(AriaRole.BUTTON).click());
    }

    /** Does what sends the form and waits for the page that comes. */
    void send(Runnable action) {
        page.waitForRequestFinished(
                new Page.WaitForRequestFinishedOptions()
                        .setPredicate(request -> request.method().equals("POST")),
                action);
        page.waitForLoadState();
    }

    void example(String title) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true))
                .click();
    }

    String outcome() {
        return page.locator(".outcome").textContent();
    }

    /** What a stream shows, exactly. */
    String stream(String name) {
        return page.locator("pre." + name).textContent();
    }

    String code() {
        return page.getByLabel("Python program").inputValue();
    }

    /** Keeps a picture of the whole page for people to look at. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file(name)));
    }

    /** Keeps a picture of what is in sight. */
    Path sight(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file(name)));
        return file(name);
    }

    private Path file(String name) {
        return Path.of(System.getProperty("build.directory"), "screenshots", name + "-" + window + ".png");
    }

    /** Whether anything sticks out to the right. */
    boolean scrollsSideways() {
        return (boolean) Objects.requireNonNull(
                page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    void assertNothingForbidden() {
        assertThat(forbidden).isEmpty();
    }

    /** What has happened that never must, where a test knows why. */
    List<String> takeForbidden() {
        List<String> taken = List.copyOf(forbidden);
        forbidden.clear();
        return taken;
    }

    void end() {
        context.close();
    }
}
