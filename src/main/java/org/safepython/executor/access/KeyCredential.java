package org.safepython.executor.access;

import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request shows of its sender. */
sealed interface KeyCredential extends Credential {
    Pattern BEARER = Pattern.compile("(?i:bearer) +([!-~]{1,200})");

    /** What the request shows; where it has a key, the cookie does not count. Nothing that could not be one. */
    static Optional<KeyCredential> in(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.isEmpty()) {
            return SessionCookie.token(request).map(Token::new);
        }
        Matcher bearer = BEARER.matcher(headers.get(0));
        return headers.size() == 1 && bearer.matches() ? Optional.of(new Secret(bearer.group(1))) : Optional.empty();
    }

    /** A key itself. */
    record Secret(String secret) implements KeyCredential {
        @Override
        public String toString() {
            return "Secret";
        }
    }

    /** What the page's cookie has in place of the key. */
    record Token(String token) implements KeyCredential {
        @Override
        public String toString() {
            return "Token";
        }
    }
}
