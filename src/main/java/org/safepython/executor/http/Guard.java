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
 * Stands before everything: refuses what cannot go on, sends the rest from its public address to the inner one, and puts
 * the protecting headers on every answer. Thread safe.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST, asyncSupported = true)
public class Guard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient RequestHead head;
    private final transient Bodies bodies;

    @Inject
    public Guard(Settings settings) {
        this.bodies = new Bodies();
        this.head = new RequestHead(
                new HostNames(settings.hosts()), settings.fault().isPresent());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ProtectiveHeaders.addTo(response);
        Optional<Problem> problem = head.objection(request);
        if (problem.isPresent()) {
            ProblemWriter.write(problem.get(), response);
            return;
        }
        Route route = Route.of(request).orElseThrow();
        if (route.takesBody(request)) {
            bodies.receive(request, response, route);
        } else {
            request.getRequestDispatcher(route.inside(request)).forward(request, response);
        }
    }
}
