package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletResponse;

/** Puts the headers on an answer that keep browsers from guessing, storing, framing or running any of it. */
final class ProtectiveHeaders {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String WITH_SCRIPTS = "default-src 'none'; script-src 'self'; connect-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    private ProtectiveHeaders() {}

    static void addTo(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        // With no-referrer, browsers send the page's own form with the origin "null".
        response.setHeader("Referrer-Policy", "same-origin");
    }

    /** Lets a page run the scripts of this server, and ask this server. */
    static void allowScripts(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", WITH_SCRIPTS);
    }
}
