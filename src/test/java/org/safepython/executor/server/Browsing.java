package org.safepython.executor.server;

import static com.microsoft.playwright.options.ColorScheme.LIGHT;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.safepython.executor.server.Visit.Window;

/** A browser for the tests of a class. After each, what was opened is closed; nothing may have happened that never must. */
final class Browsing implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    static final Window WIDE = new Window(1280, 800, true, LIGHT);

    private final List<Desk> desks = new ArrayList<>();
    private @Nullable Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = new Chromium();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<Desk> opened = List.copyOf(desks);
        desks.clear();
        opened.forEach(Desk::close);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(chromium).close();
    }

    Browser browser() {
        return Objects.requireNonNull(chromium).browser();
    }

    /** Opens the page of the shared server as somebody who was never there, in a wide window. */
    Desk open() {
        return open(WIDE);
    }

    Desk open(Window window) {
        return open(TestServer.shared(), window);
    }

    Desk open(TestServer server, Window window) {
        Desk desk = Desk.open(browser(), server, window);
        desks.add(desk);
        return desk;
    }
}
