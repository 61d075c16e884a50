package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The public addresses: what they are called outside, which methods they know, and where they lead inside. */
enum Route {
    PAGE("/", "/index.xhtml", "GET", "HEAD", "POST"),
    PAGE_FORM("/index.xhtml", "/index.xhtml", "GET", "HEAD", "POST"),
    STYLE("/assets/page.css", "/assets/page.css", "GET", "HEAD"),
    RUN("/run", "/api/run", "POST"),
    CHECK("/check", "/api/check", "POST"),
    POLICY("/policy", "/api/policy", "GET", "HEAD"),
    POLICY_SCHEMA("/policy.schema.json", "/policy.schema.json", "GET", "HEAD"),
    LIVE("/health/live", "/api/health/live", "GET", "HEAD"),
    READY("/health/ready", "/api/health/ready", "GET", "HEAD");

    private final String outside;
    private final String inside;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an immutable one
    private final Set<String> methods;

    Route(String outside, String inside, String... methods) {
        this.outside = outside;
        this.inside = inside;
        this.methods = Set.of(methods);
    }

    /** The address that a request is for, if it is one of these, written exactly so. */
    static Optional<Route> of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return Arrays.stream(values())
                .filter(route -> route.outside.equals(path))
                .findFirst();
    }

    String inside() {
        return inside;
    }

    boolean isPage() {
        return this == PAGE || this == PAGE_FORM;
    }

    /** Whether it answers also where nothing can be run. */
    boolean isHealth() {
        return this == LIVE || this == READY;
    }

    boolean knows(String method) {
        return methods.contains(method);
    }

    String allow() {
        return String.join(", ", methods.stream().sorted().toList());
    }
}
