package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletResponse;

/** Puts the headers on an answer that keep browsers from guessing, storing, framing or running any of it. */
final class ProtectiveHeaders {
    private static final String NO_SCRIPTS = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String SCRIPTS = "default-src 'none'; script-src 'self'; connect-src 'self'; "
            + "style-src 'self' %s; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ProtectiveHeaders() {}

    static void addTo(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", NO_SCRIPTS);
        // With no-referrer, browsers send the page's own form with the origin "null".
        response.setHeader("Referrer-Policy", "same-origin");
    }

    /**
     * Lets a page run the scripts of this server, and ask this server.
     *
     * @param styles what else its styles may come from, as a source of the policy
     */
    static void allowScripts(HttpServletResponse response, String styles) {
        response.setHeader("Content-Security-Policy", SCRIPTS.formatted(styles));
    }
}
