package org.safepython.executor.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.safepython.executor.http.Caller;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;
import org.safepython.executor.settings.Sha256;

/**
 * What makes a request the same as an earlier one. Immutable.
 *
 * @param client whose it is
 * @param key what the client calls it
 * @param content a digest of all that the answer depends on
 */
record Repeat(String client, String key, String content) {
    private static final String HEADER = "Idempotency-Key";

    /** What the header of a request says, if it has one. */
    static Optional<Repeat> of(HttpServletRequest request, AnswerForm form, byte[] body) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (keys.size() > 1 || !keys.get(0).matches("[!-~]{1,200}")) {
            throw new ProblemException(Problem.of(
                    ProblemType.MALFORMED_REQUEST, HEADER + " is one word of 1 to 200 visible characters of ASCII."));
        }
        return Optional.of(new Repeat(Caller.of(request).client().name(), keys.get(0), digest(request, form, body)));
    }

    private static String digest(HttpServletRequest request, AnswerForm form, byte[] body) {
        String head = form + "\n" + request.getContentType() + "\n" + request.getQueryString() + "\n";
        return Sha256.hex(head.getBytes(StandardCharsets.UTF_8), body);
    }
}
