package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The public addresses: what they are called outside, which methods they know, and where they lead inside. */
enum Route {
    PAGE("/", "/index.xhtml", "GET", "HEAD", "POST"),
    PAGE_FORM("/index\\.xhtml", "/index.xhtml", "GET", "HEAD", "POST"),
    ASSET("/assets/([a-z-]+\\.[0-9a-f]{16}\\.(css|js))", "/asset/$1", "GET", "HEAD"),
    RUN("/run", "/api/run", "POST"),
    RUNNING("(/run/[0-9a-f]{32})", "/api$1", "DELETE"),
    CHECK("/check", "/api/check", "POST"),
    POLICY("/policy", "/api/policy", "GET", "HEAD"),
    POLICY_SCHEMA("/policy\\.schema\\.json", "/policy.schema.json", "GET", "HEAD"),
    LIVE("/health/live", "/api/health/live", "GET", "HEAD"),
    READY("/health/ready", "/api/health/ready", "GET", "HEAD"),
    METRICS("/metrics", "/api/metrics", "GET", "HEAD"),
    SELF_TEST("/selftest", "/api/selftest", "POST"),
    PROBLEM("(/problems/[a-z-]{1,40})", "/api$1", "GET", "HEAD"),
    OPENAPI("/openapi", "/openapi.json", "GET", "HEAD"),
    TRY("/try", "/try.xhtml", "GET", "HEAD");

    private final Pattern outside;

    /** With what the groups of the outer one hold. */
    private final String inside;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an immutable one
    private final Set<String> methods;

    Route(String outside, String inside, String... methods) {
        this.outside = Pattern.compile(outside);
        this.inside = inside;
        this.methods = Set.of(methods);
    }

    /** The address that a request is for, if it is one of these, written exactly so. */
    static Optional<Route> of(HttpServletRequest request) {
        String path = path(request);
        return Arrays.stream(values())
                .filter(route -> route.outside.matcher(path).matches())
                .findFirst();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Where a request for this address goes on. */
    String inside(HttpServletRequest request) {
        return outside.matcher(path(request)).replaceFirst(inside);
    }

    /** Whether a request has a body that is read. */
    boolean takesBody(HttpServletRequest request) {
        return request.getMethod().equals("POST") && this != SELF_TEST;
    }

    /** The most bytes of it; a form writes up to three for each of a program's. */
    int mostBytes() {
        return isPage() ? 3 * BodyType.MOST_BYTES : BodyType.MOST_BYTES;
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
