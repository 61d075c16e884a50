package org.safepython.executor.http;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.safepython.executor.settings.Settings;

/**
 * Stands before everything: refuses requests that mean another host or come from another site, sends the rest from their
 * public address to the inner one, and puts the protecting headers on every answer. Thread safe.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST, asyncSupported = true)
public class Guard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final transient HostNames hosts;

    @Inject
    public Guard(Settings settings) {
        this.hosts = new HostNames(settings.hosts());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        Optional<Problem> problem = objection(request);
        if (problem.isPresent()) {
            ProblemWriter.write(problem.get(), response);
            return;
        }
        Route route = Route.of(path(request)).orElseThrow();
        request.getRequestDispatcher(route.inside()).forward(request, response);
    }

    private Optional<Problem> objection(HttpServletRequest request) {
        if (!hosts.isOurs(request)) {
            return problem(ProblemType.MISDIRECTED, "The Host header names a host that this server does not serve.");
        }
        if (isCrossSite(request)) {
            return problem(ProblemType.CROSS_ORIGIN, "The request was made by a page of another origin.");
        }
        Optional<Route> route = Route.of(path(request));
        if (route.isEmpty()) {
            return problem(ProblemType.NOT_FOUND, "There is no such address.");
        }
        if (!route.get().knows(request.getMethod())) {
            String allow = route.get().allow();
            return problem(ProblemType.METHOD_NOT_ALLOWED, "This address knows " + allow + ".")
                    .map(wrong -> wrong.with("Allow", allow));
        }
        return Optional.empty();
    }

    private boolean isCrossSite(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        if (origin != null && !hosts.isOurOrigin(origin, request)) {
            return true;
        }
        boolean foreign = "cross-site".equals(site) || "same-site".equals(site);
        return foreign && !isNavigation(request);
    }

    /** Following a link from another site to our page is no request of that site's own. */
    private static boolean isNavigation(HttpServletRequest request) {
        return request.getMethod().equals("GET") && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    private static Optional<Problem> problem(ProblemType type, String detail) {
        return Optional.of(Problem.of(type, detail));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
