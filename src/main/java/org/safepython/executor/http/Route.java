package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safepython.executor.settings.Scope;

/** The public addresses: what they are called outside, which methods they know, and where they lead inside. */
enum Route {
    PAGE("/", "/index.xhtml", "GET", "HEAD", "POST"),
    PAGE_FORM("/index\\.xhtml", "/index.xhtml", "GET", "HEAD", "POST"),
    ASSET("/assets/([a-z-]+\\.[0-9a-f]{16}\\.(css|js))", "/asset/$1", "GET", "HEAD"),
    RUN(Scope.RUN, "/run", "/api/run", "POST"),
    RUNNING(Scope.RUN, "(/run/[0-9a-f]{32})", "/api$1", "DELETE"),
    CHECK(Scope.CHECK, "/check", "/api/check", "POST"),
    POLICY(Scope.READ, "/policy", "/api/policy", "GET", "HEAD"),
    POLICY_SCHEMA("/policy\\.schema\\.json", "/policy.schema.json", "GET", "HEAD"),
    LIVE("/health/live", "/api/health/live", "GET", "HEAD"),
    READY("/health/ready", "/api/health/ready", "GET", "HEAD"),
    METRICS(Scope.READ, "/metrics", "/api/metrics", "GET", "HEAD"),
    SELF_TEST(Scope.OPERATE, "/selftest", "/api/selftest", "POST"),
    PROBLEM("(/problems/[a-z-]{1,40})", "/api$1", "GET", "HEAD"),
    OPENAPI("/openapi", "/openapi.json", "GET", "HEAD"),
    TRY("/try", "/try.xhtml", "GET", "HEAD"),
    SIGN_IN("/sign-in", "/sign-in.xhtml", "GET", "HEAD", "POST"),
    SIGN_IN_FORM("/sign-in\\.xhtml", "/sign-in.xhtml", "GET", "HEAD", "POST");

    private static final int MOST_BYTES_OF_A_KEY = 8 * 1024;

    /** What a key must be good for; empty where everybody may. */
    private final Optional<Scope> scope;

    private final Pattern outside;

    /** With what the groups of the outer one hold. */
    private final String inside;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an immutable one
    private final Set<String> methods;

    Route(String outside, String inside, String... methods) {
        this(Optional.empty(), outside, inside, methods);
    }

    Route(Scope scope, String outside, String inside, String... methods) {
        this(Optional.of(scope), outside, inside, methods);
    }

    Route(Optional<Scope> scope, String outside, String inside, String... methods) {
        this.scope = scope;
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

    /** The most bytes of it; a form writes up to three for each of a program's, and a key is short. */
    int mostBytes() {
        if (isPage()) {
            return isRunner() ? 3 * BodyType.MOST_BYTES : MOST_BYTES_OF_A_KEY;
        }
        return BodyType.MOST_BYTES;
    }

    boolean isPage() {
        return isRunner() || this == SIGN_IN || this == SIGN_IN_FORM;
    }

    /** The page that programs are run on. */
    boolean isRunner() {
        return this == PAGE || this == PAGE_FORM;
    }

    /** What a key must be good for to send this request; the page can be read by everybody, and not be used. */
    Optional<Scope> scope(String method) {
        return isRunner() && method.equals("POST") ? Optional.of(Scope.RUN) : scope;
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
