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
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.safepython.executor.access.KeyRing;
import org.safepython.executor.access.Rate;
import org.safepython.executor.access.RateLimits;
import org.safepython.executor.settings.Settings;

/**
 * Stands before everything: refuses what cannot go on, sends the rest from its public address to the inner one, and puts
 * the protecting headers on every answer. Thread safe.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST)
public class Guard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Duration LONGEST_UPLOAD = Duration.ofSeconds(20);
    private static final long MOST_BYTES_THAT_ARRIVE = 64L << 20;
    private static final int MOST_UNDER_WAY = 960;
    private static final int MOST_OF_ONE_CLIENT = 640;
    /** All together: who has no key where one is needed can do little more than read pages. */
    private static final Share STRANGERS = new Share("strangers", 160);

    private static final Share WATCHERS = new Share("watchers", 64);
    private static final int NONCE_BYTES = 18;

    private final transient RequestHead head;
    private final transient Admittance admittance;
    private final transient RateLimits rates;
    private final transient SecureRandom random = new SecureRandom();
    private final transient Bodies bodies = new Bodies(LONGEST_UPLOAD, MOST_BYTES_THAT_ARRIVE);
    private final transient Crowd crowd = new Crowd(MOST_UNDER_WAY);

    @Inject
    public Guard(Settings settings, KeyRing keys, RateLimits rates) {
        HostNames hosts = new HostNames(settings.hosts());
        this.head = new RequestHead(hosts, settings.fault().isPresent());
        this.admittance = new Admittance(hosts, keys, settings.access());
        this.rates = rates;
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
        if (route == Route.LIVE) {
            forward(request, response, route);
            return;
        }
        Caller caller = admittance.caller(request);
        caller.note(request);
        Optional<Problem> closed =
                tooFast(route, request, caller, response).or(() -> admittance.objection(route, request, caller));
        if (closed.isPresent()) {
            refuse(closed.get(), route, request, response);
            return;
        }
        allowScripts(route, request, response);
        Share share = share(route, caller);
        Optional<Problem> refusal = crowd.enter(share.name(), share.most());
        if (refusal.isPresent()) {
            ProblemWriter.write(refusal.get(), response);
            return;
        }
        try {
            answer(request, response, route);
        } finally {
            crowd.leave(share.name());
        }
    }

    /** Whoever watches the server is no stranger's neighbour. */
    private static Share share(Route route, Caller caller) {
        if (route == Route.READY) {
            return WATCHERS;
        }
        boolean isStranger = caller.key().isEmpty() && !caller.trusted();
        return isStranger ? STRANGERS : new Share(caller.client().name(), MOST_OF_ONE_CLIENT);
    }

    /** How many of a group's requests may be under way. */
    private record Share(String name, int most) {}

    /** What is for everybody is not on the account of a key: its holders can always see the page, and sign out. */
    private Optional<Problem> tooFast(
            Route route, HttpServletRequest request, Caller caller, HttpServletResponse response) {
        if (route == Route.READY) {
            return Optional.empty();
        }
        Rate rate = caller.key()
                .filter(key -> route.scope(request.getMethod()).isPresent())
                .map(rates::ofKey)
                .orElseGet(() -> rates.ofAddress(caller.place()));
        String policy = '"' + rate.policy() + '"';
        long secondsUntilFull = rate.untilFull().plusMillis(999).toSeconds();
        response.setHeader("RateLimit-Policy", policy + ";q=" + rate.perMinute() + ";w=60");
        response.setHeader("RateLimit", policy + ";r=" + rate.remaining() + ";t=" + secondsUntilFull);
        return rate.isExceeded()
                ? Optional.of(Problem.of(
                                ProblemType.TOO_MANY_REQUESTS,
                                "More than %d requests a minute of this %s.".formatted(rate.perMinute(), rate.policy()))
                        .retryAfter(rate.retryAfter()))
                : Optional.empty();
    }

    /** Whoever uses the page without scripts is shown where to sign in. */
    private static void refuse(Problem problem, Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (route.isRunner() && problem.type() == ProblemType.UNAUTHORIZED) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/sign-in");
            return;
        }
        ProblemWriter.write(problem, response);
    }

    /** The editor brings a style sheet of its own, under a nonce that it finds in the page; the API's page styles its elements. */
    private void allowScripts(Route route, HttpServletRequest request, HttpServletResponse response) {
        if (route == Route.TRY) {
            ProtectiveHeaders.allowScripts(response, "'unsafe-inline'");
        } else if (route.isRunner()) {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            String text = Base64.getEncoder().encodeToString(nonce);
            request.setAttribute("nonce", text);
            ProtectiveHeaders.allowScripts(response, "'nonce-" + text + "'");
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Route route)
            throws IOException, ServletException {
        if (!route.takesBody(request)) {
            forward(request, response, route);
            return;
        }
        try {
            Arrival.note(request);
            byte[] body = bodies.read(request.getInputStream(), route.mostBytes());
            forward(new ReceivedRequest(request, body), response, route);
        } catch (ProblemException refused) {
            ProblemWriter.write(refused.problem(), response);
        }
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response, Route route)
            throws IOException, ServletException {
        request.getRequestDispatcher(route.inside(request)).forward(request, response);
    }
}
