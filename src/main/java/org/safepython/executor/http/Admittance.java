package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.safepython.executor.Client;
import org.safepython.executor.access.KeyRing;
import org.safepython.executor.settings.AccessSettings;
import org.safepython.executor.settings.Key;
import org.safepython.executor.settings.Scope;

/**
 * Says who sends a request, and whether he may do what he asks. On the machine itself nobody needs a key; but a proxy on the
 * same machine makes every stranger look like that, so whatever came through one, or asks for another name, needs one.
 * Thread safe.
 */
final class Admittance {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(60);

    private final HostNames hosts;
    private final KeyRing keys;
    private final AccessSettings settings;

    Admittance(HostNames hosts, KeyRing keys, AccessSettings settings) {
        this.hosts = hosts;
        this.keys = keys;
        this.settings = settings;
    }

    /** The server has looked at what the request shows; whose key is gone by now is nobody. */
    Caller caller(HttpServletRequest request) {
        Optional<Key> key = Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .flatMap(keys::named);
        boolean trusted = key.isEmpty() && !showsKey(request) && !needsKey(request);
        String place = (trusted ? "" : "stranger ") + request.getRemoteAddr();
        Client client = new Client(
                key.map(shown -> "key " + shown.name()).orElse(place),
                key.map(Key::runs).orElse(OptionalInt.empty()).orElse(settings.clientRuns()));
        return new Caller(client, key, trusted, place);
    }

    /** Why a caller gets no answer of a route, if he gets none. */
    Optional<Problem> objection(Route route, HttpServletRequest request, Caller caller) {
        if (keys.isEmpty() && isFromElsewhere(request)) {
            return Optional.of(Problem.of(
                            ProblemType.ENGINE_UNAVAILABLE,
                            "The server can be reached from other machines and has no API keys, so it serves nobody there.")
                    .retryAfter(RETRY_AFTER));
        }
        Optional<Scope> scope = route.scope(request.getMethod());
        if (scope.isEmpty() || caller.may(scope.get())) {
            return Optional.empty();
        }
        return Optional.of(
                caller.key().isPresent()
                        ? Problem.of(
                                ProblemType.FORBIDDEN,
                                "The key has not the scope " + scope.get().label() + ".")
                        : unauthorized(request));
    }

    private boolean needsKey(HttpServletRequest request) {
        return settings.keysRequired()
                || isFromElsewhere(request)
                || cameThroughProxy(request)
                || !hosts.isLoopbackName(request);
    }

    private static boolean isFromElsewhere(HttpServletRequest request) {
        return !isLoopback(request.getRemoteAddr()) || !isLoopback(request.getLocalAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noLiteral) {
            return false;
        }
    }

    private static boolean cameThroughProxy(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("forwarded") || name.equals("via") || name.startsWith("x-forwarded-"));
    }

    private static boolean showsKey(HttpServletRequest request) {
        return request.getHeader("Authorization") != null;
    }

    private static Problem unauthorized(HttpServletRequest request) {
        String detail = showsKey(request)
                ? "The key is not known here, or no longer."
                : "This needs a key: Authorization: Bearer KEY.";
        return Problem.of(ProblemType.UNAUTHORIZED, detail).with("WWW-Authenticate", "Bearer");
    }
}
