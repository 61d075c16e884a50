package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UnsupportedEncodingException;
import java.util.Optional;

/** What the form of the page must be like before Faces sees it. */
final class FormRules {
    /** Its presence makes a request a sent form for Faces, whatever the method. */
    private static final String VIEW_STATE = "jakarta.faces.ViewState";

    private FormRules() {}

    static Optional<Problem> objection(HttpServletRequest request) {
        if (!fits(request)) {
            return Optional.of(Problem.of(ProblemType.TOO_LARGE, "The form is larger than the server reads.")
                    .with("Connection", "close"));
        }
        boolean sent = request.getParameter(VIEW_STATE) != null;
        // A link on any site could run a program otherwise: following it is allowed.
        return sent && !request.getMethod().equals("POST") ? RequestHead.methodNotAllowed("POST") : Optional.empty();
    }

    /** Reads the form, in the encoding of the page; a server says in this way that it is too large. */
    private static boolean fits(HttpServletRequest request) {
        try {
            request.setCharacterEncoding("UTF-8");
            return request.getParameterMap() != null;
        } catch (IllegalStateException | UnsupportedEncodingException tooLarge) {
            return false;
        }
    }
}
