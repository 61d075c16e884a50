package org.safepython.executor.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The page with its scripts, as a person works with it: everything is found by its role and its name. */
final class Desk {
    private final Visit visit;
    private final Page page;

    private Desk(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    /** Opens the page in a browser that knows nothing of it yet. */
    static Desk open(Browser browser, TestServer server, Visit.Window window) {
        return new Desk(new Visit(browser, server, window)).at("/");
    }

    /** Another tab of the same browser. */
    Desk otherTab() {
        return new Desk(visit.otherTab()).at("/");
    }

    /** Goes to an address and waits until the page is of use. */
    Desk at(String address) {
        page.navigate(address);
        return awaitReady();
    }

    Desk reload() {
        page.reload();
        return awaitReady();
    }

    private Desk awaitReady() {
        page.locator("form[data-ready]").waitFor();
        return this;
    }

    Visit visit() {
        return visit;
    }

    Page page() {
        return page;
    }

    Locator editor() {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Python program"));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }

    /** Replaces the program, as by paste. */
    Desk write(String code) {
        editor().focus();
        page.keyboard().press("Control+a");
        page.keyboard().press("Backspace");
        editor().evaluate(
                        "(editor, text) => {"
                                + " const data = new DataTransfer();"
                                + " data.setData('text/plain', text);"
                                + " editor.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
                        code);
        return this;
    }

    /** The program, as a form would send it. */
    String code() {
        return (String) page.evaluate("document.getElementById('code').value");
    }

    /** Runs what is there, and waits for the end. */
    Desk run() {
        button("Run").click();
        return awaitEnd();
    }

    Desk run(String code) {
        return write(code).run();
    }

    /** The link to what is there, as its dialog gives it. */
    String link() {
        button("Share").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
        String link = field("Link").inputValue();
        page.keyboard().press("Escape");
        return link;
    }

    Desk awaitEnd() {
        page.locator("#run:enabled").waitFor();
        return this;
    }

    /** Takes the program of an example. */
    void example(String title) {
        visit.example(title);
    }

    /** Waits until something is written. */
    Desk awaitOutput(String text) {
        output().getByText(text).first().waitFor();
        return this;
    }

    String outcome() {
        return page.locator("#outcome").textContent();
    }

    Locator output() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Output"));
    }

    /** The lines that are shown of a stream, without the sign that tells it apart. */
    List<String> lines(String stream) {
        return page.locator(".line." + stream).allTextContents().stream()
                .map(line -> line.startsWith("stderr") ? line.substring("stderr".length()) : line)
                .toList();
    }

    /** The number of the line that the cursor is on. */
    int cursorLine() {
        return Integer.parseInt(
                page.locator(".cm-activeLineGutter").first().textContent().strip());
    }

    /** Ends the visit; nothing may have happened that never must. */
    void close() {
        visit.assertNothingForbidden();
        visit.end();
    }
}
