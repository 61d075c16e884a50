package org.safepython.executor.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** The cookie of those who have signed in at the page: no script reads it, no other site has it sent. */
public final class SessionCookie {
    private static final String NAME = "executor-session";

    private SessionCookie() {}

    /** The token that a request brings. */
    public static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Has the browser bring a token from now on. */
    public static void set(String token, HttpServletRequest request, HttpServletResponse response) {
        put(token, (int) SignIns.LONGEST.toSeconds(), request, response);
    }

    /** Has the browser bring none any more. */
    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        put("", 0, request, response);
    }

    private static void put(String token, int seconds, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(NAME, token);
        cookie.setHttpOnly(true);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        // The guard lets no origin pass but ours: this one says how the browser came here, also through a proxy.
        String origin = request.getHeader("Origin");
        cookie.setSecure(origin != null && origin.startsWith("https:"));
        response.addCookie(cookie);
    }
}
