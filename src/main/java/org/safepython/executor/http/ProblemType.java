package org.safepython.executor.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problem that an answer can report: the status of each, what it means, and what helps. */
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "The request cannot be read",
            "The body is not one JSON object in UTF-8, names a key twice, holds a value that JSON does not know, such as NaN,"
                    + " or nests deeper than 32; or it did not arrive whole within 20 seconds; or a header cannot be read.",
            "Write the body with a JSON library, and send it in one go. The detail says where reading stopped."),
    UNAUTHORIZED(
            401,
            "A key is needed",
            "The request shows no key, or one that is not known, and comes from where one is needed: another machine, a proxy, or"
                    + " under another name than the loopback's. Nothing was run.",
            "Send Authorization: Bearer KEY. The operator makes keys; a key may have been taken back."),
    FORBIDDEN(
            403,
            "The key is not good for this",
            "The key is known, but its scopes do not have what the address needs. Nothing was run.",
            "Ask the operator for a key with that scope."),
    CROSS_ORIGIN(
            403,
            "Other sites may not use this service",
            "A page of another origin made the browser send the request: it carries a foreign Origin, or Sec-Fetch-Site says"
                    + " so. Nothing was run.",
            "Call the service from a program, or from a page that it serves itself. Origins cannot be allowed."),
    POLICY_NOT_ALLOWED(
            403,
            "This preset is not allowed here",
            "The preset exists, but the operator does not let requests choose it.",
            "Choose one that GET /policy lists, or ask the operator to add it to EXECUTOR_POLICIES."),
    NOT_FOUND(
            404,
            "There is nothing at this address",
            "The path is none of the service, or no program of this id is running any more. Paths are compared letter by"
                    + " letter: no slash at the end, no escapes.",
            "GET /openapi lists all addresses."),
    METHOD_NOT_ALLOWED(
            405,
            "This address does not know the method",
            "The path is right, the method is not.",
            "Use one that the Allow header names."),
    NOT_ACCEPTABLE(
            406,
            "The answer is not available in a type that the client accepts",
            "The Accept header excludes the type of the answer.",
            "Accept application/json; with raw=1, text/plain; for output as it is written, text/event-stream."),
    IDEMPOTENCY_CONFLICT(
            409,
            "A request with this key still runs",
            "An earlier request of this client has the same Idempotency-Key, and its program has not ended. Nothing more was"
                    + " run.",
            "Ask again when it has ended: the answer is kept for ten minutes."),
    TOO_LARGE(
            413,
            "The request is too large",
            "The body is larger than 256 KiB, or the program larger than 64 KiB of UTF-8.",
            "Send less. Data for the program may take the larger part of the body as stdin, up to 128 KiB."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The request body is of a type that is not read here",
            "The Content-Type is missing or another than those that are read, or there is a Content-Encoding.",
            "Send application/json, or the program itself as text/x-python, in UTF-8 and not compressed."),
    MISDIRECTED(
            421,
            "The request is addressed to another host",
            "The Host header names a host that this server does not serve: so a stranger's name that leads to this address is"
                    + " of no use.",
            "Use the address that the server printed when it started, or ask the operator to add the name to EXECUTOR_HOSTS."),
    INVALID_FIELD(
            422,
            "A field has a value that cannot be used",
            "A field of the request is unknown, missing, of another type, or out of its range. Nothing was changed to fit.",
            "The detail names the field and what it takes; GET /policy has the limits."),
    REJECTED(
            422,
            "The policy refuses the program",
            "The program says something that its preset does not allow. It was not run, no container was touched.",
            "violations has rule, place and reason of each finding, in the order of the text. GET /policy explains the rules."),
    SYNTAX_ERROR(
            422,
            "The program is not valid Python",
            "The parser could not read the program as the language that was asked for.",
            "violations has the place. For Python 2.7 say \"language\": \"python2\"."),
    IDEMPOTENCY_MISMATCH(
            422,
            "This key belongs to another request",
            "An earlier request of this client had the same Idempotency-Key and another content. Nothing was run.",
            "Take a new key for each new request, a random one, and repeat a request letter by letter."),
    TOO_MANY_REQUESTS(
            429,
            "This client has used up its share",
            "Too many requests of this client run or wait already, or it has sent more in a minute than one may. Others keep their"
                    + " share. Nothing was run.",
            "Wait as long as Retry-After says. RateLimit tells how many requests are left."),
    INTERNAL(
            500,
            "The service failed",
            "Our own fault. The operator's log says more.",
            "Try again; report it if it stays."),
    BUSY(
            503,
            "All places are taken",
            "All programs that may run at once do, and no place to wait was free, or none came free in time. Nothing was run.",
            "Try again after the time that Retry-After says, which follows from how long programs take of late."),
    ENGINE_UNAVAILABLE(
            503,
            "No container can be had at the moment",
            "The container engine does not answer, or lacks the guest image, or a wall around programs is missing, or the"
                    + " server is not set up, or others can reach it and it has no API keys. Nothing was run.",
            "Try again later. GET /health/ready gives the reasons; the operator's log has the details."),
    PREPARING(
            503,
            "The language is being prepared",
            "The image of this language is being built, or its walls are being tested. Nothing was run.",
            "Try again after the time that Retry-After says."),
    SHUTTING_DOWN(
            503,
            "The server is shutting down",
            "No new program is taken. Nothing was run.",
            "Try again when the server is back.");

    private final int status;
    private final String title;
    private final String meaning;
    private final String advice;

    ProblemType(int status, String title, String meaning, String advice) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.advice = advice;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** One line that says the same for every problem of the kind. */
    public String title() {
        return title;
    }

    /** What it means, in sentences. */
    public String meaning() {
        return meaning;
    }

    /** What whoever meets it can do. */
    public String advice() {
        return advice;
    }

    /** The last part of the address of the page about it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address of the page about it. */
    public String uri() {
        return "/problems/" + label();
    }

    /** The kind of a label. */
    public static Optional<ProblemType> labelled(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
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
