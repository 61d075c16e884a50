package org.safepython.executor.http;

import java.util.Locale;

/** The kinds of problem that an answer can report, each with its status. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    CROSS_ORIGIN(403, "Other sites may not use this service"),
    POLICY_NOT_ALLOWED(403, "This preset is not allowed here"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "This address does not know the method"),
    NOT_ACCEPTABLE(406, "The answer is not available in a type that the client accepts"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The request body is of a type that is not read here"),
    MISDIRECTED(421, "The request is addressed to another host"),
    INVALID_FIELD(422, "A field has a value that cannot be used"),
    REJECTED(422, "The policy refuses the program"),
    SYNTAX_ERROR(422, "The program is not valid Python"),
    TOO_MANY_REQUESTS(429, "This client has all the places that one may have"),
    INTERNAL(500, "The service failed"),
    BUSY(503, "All places are taken"),
    ENGINE_UNAVAILABLE(503, "No container can be had at the moment"),
    PREPARING(503, "The language is being prepared"),
    SHUTTING_DOWN(503, "The server is shutting down");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** One line that says the same for every problem of the kind. */
    public String title() {
        return title;
    }

    /** The address of the page about it. */
    public String uri() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that fits a status which the server or JAX-RS chose. */
    public static ProblemType of(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> BUSY;
            default -> status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL;
        };
    }
}
