package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says why a request goes no further, by its head alone: it means another host, comes from another site, hides where its
 * body ends, its address does not know the method or the type of body, or
 * the server is not set up. Thread safe.
 */
final class RequestHead {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(60);
    /** Its presence makes a request a sent form for Faces, whatever the method. */
    private static final String VIEW_STATE = "jakarta.faces.ViewState";

    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private final HostNames hosts;
    private final boolean faulty;
    private final BrokenConnections broken = new BrokenConnections();

    RequestHead(HostNames hosts, boolean faulty) {
        this.hosts = hosts;
        this.faulty = faulty;
    }

    Optional<Problem> objection(HttpServletRequest request) {
        if (hidesItsEnd(request)) {
            broken.add(request);
            return closing("The only transfer encoding is chunked, and there is no protocol to change to.");
        }
        if (broken.contains(request)) {
            return closing("What came before on this connection has no known end.");
        }
        if (!hosts.isOurs(request)) {
            return problem(ProblemType.MISDIRECTED, "The Host header names a host that this server does not serve.");
        }
        if (isCrossSite(request)) {
            return problem(ProblemType.CROSS_ORIGIN, "The request was made by a page of another origin.");
        }
        return Route.of(request)
                .map(route -> objection(route, request))
                .orElseGet(() -> problem(ProblemType.NOT_FOUND, "There is no such address."));
    }

    private Optional<Problem> objection(Route route, HttpServletRequest request) {
        if (!route.knows(request.getMethod())) {
            return methodNotAllowed(route.allow());
        }
        if (faulty && !route.isHealth()) {
            return problem(ProblemType.ENGINE_UNAVAILABLE, "The server is not set up. The operator's log says why.")
                    .map(wrong -> wrong.retryAfter(RETRY_AFTER));
        }
        if (!route.takesBody(request)) {
            // A link on any site could run a program otherwise: following it is allowed.
            return route.isPage() && request.getParameter(VIEW_STATE) != null
                    ? methodNotAllowed("POST")
                    : Optional.empty();
        }
        return bodyObjection(route, request);
    }

    static Optional<Problem> methodNotAllowed(String allow) {
        return problem(ProblemType.METHOD_NOT_ALLOWED, "This address knows " + allow + ".")
                .map(wrong -> wrong.with("Allow", allow));
    }

    private static Optional<Problem> bodyObjection(Route route, HttpServletRequest request) {
        List<String> types = values(request, "Content-Type");
        boolean known = types.size() == 1
                && (route.isPage()
                        ? FormFields.isForm(types.get(0))
                        : BodyType.of(types.get(0)).isPresent());
        if (!known || request.getHeader("Content-Encoding") != null) {
            return problem(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    route.isPage()
                            ? "Send the form as browsers do."
                            : "Send application/json, or the program itself as text/x-python, in UTF-8 and without encoding.");
        }
        return request.getContentLengthLong() > route.mostBytes() ? Optional.of(BodyType.tooLarge()) : Optional.empty();
    }

    private boolean isCrossSite(HttpServletRequest request) {
        if (values(request, "Origin").stream().anyMatch(origin -> !hosts.isOurOrigin(origin, request))) {
            return true;
        }
        boolean foreign = values(request, "Sec-Fetch-Site").stream().anyMatch(FOREIGN::contains);
        return foreign && !isNavigation(request);
    }

    /** Following a link from another site to our page is no request of that site's own. */
    private static boolean isNavigation(HttpServletRequest request) {
        return request.getMethod().equals("GET") && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    /**
     * Where we and whoever is in front of us disagree about the end of a body, a second request hides in it. Some servers
     * never hand over the body of a request that asks for another protocol; HTTP/2 is theirs and never comes this far.
     */
    private static boolean hidesItsEnd(HttpServletRequest request) {
        List<String> encodings = values(request, "Transfer-Encoding");
        boolean encoded = !encodings.isEmpty()
                && !(encodings.size() == 1 && encodings.get(0).strip().equalsIgnoreCase("chunked"));
        return encoded || values(request, "Upgrade").stream().anyMatch(protocol -> !protocol.equalsIgnoreCase("h2c"));
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    private static Optional<Problem> closing(String detail) {
        return problem(ProblemType.MALFORMED_REQUEST, detail).map(wrong -> wrong.with("Connection", "close"));
    }

    private static Optional<Problem> problem(ProblemType type, String detail) {
        return Optional.of(Problem.of(type, detail));
    }
}
