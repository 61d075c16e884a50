package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.safepython.executor.Answer;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.http.JsonText;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;
import org.safepython.executor.policy.Violation;

/** Turns the service's answers into HTTP. */
final class Responses {
    private static final String RAW_TYPE = "text/plain;charset=utf-8";

    private Responses() {}

    static Response of(Answer answer, boolean raw) {
        if (answer instanceof Answer.Executed executed) {
            return raw ? raw(executed.result()) : json(ResultJson.of(executed.result()));
        }
        return of(problem(answer));
    }

    static Response json(JsonNode body) {
        return Response.ok(JsonText.of(body), MediaType.APPLICATION_JSON).build();
    }

    static Response of(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json());
        problem.headers().forEach(response::header);
        return response.build();
    }

    /** Leaves with a problem where the client does not take what this address gives. */
    static void requireAcceptable(HttpHeaders headers, boolean raw) {
        MediaType given = raw ? MediaType.TEXT_PLAIN_TYPE : MediaType.APPLICATION_JSON_TYPE;
        if (headers.getAcceptableMediaTypes().stream()
                .noneMatch(type -> given.isCompatible(type) && !isRefused(type))) {
            throw new ProblemException(
                    Problem.of(ProblemType.NOT_ACCEPTABLE, "The answer is " + given + "; accept that."));
        }
    }

    /** A quality of zero, {@code ;q=0}, asks for anything but this type. */
    private static boolean isRefused(MediaType type) {
        return type.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?");
    }

    private static Response raw(ExecutionResult result) {
        Response.ResponseBuilder response = Response.ok(result.stdout().bytes(), RAW_TYPE)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Outcome", result.conclusion().outcome().label())
                .header("X-Run-Id", result.id());
        result.conclusion().exitCode().ifPresent(code -> response.header("X-Exit-Code", code));
        return response.build();
    }

    private static Problem problem(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused(refused.violations());
        }
        if (answer instanceof Answer.Busy busy) {
            return busy(busy.retryAfter());
        }
        if (answer instanceof Answer.Unavailable unavailable) {
            String detail = "The program was not started: " + unavailable.reason() + ". The operator's log says more.";
            return Problem.of(ProblemType.ENGINE_UNAVAILABLE, detail).retryAfter(unavailable.retryAfter());
        }
        if (answer instanceof Answer.Preparing preparing) {
            return Problem.of(ProblemType.PREPARING, "The program was not started: what runs it is being built.")
                    .retryAfter(preparing.retryAfter());
        }
        return Problem.of(ProblemType.SHUTTING_DOWN, "The program was not started.")
                .retryAfter(Duration.ofSeconds(10));
    }

    static Problem busy(Duration retryAfter) {
        return Problem.of(ProblemType.BUSY, "The program was not started. Try again later.")
                .retryAfter(retryAfter);
    }

    private static Problem refused(List<Violation> violations) {
        Violation first = violations.get(0);
        boolean syntax = first.rule().equals("syntax");
        ProblemType type = syntax ? ProblemType.SYNTAX_ERROR : ProblemType.REJECTED;
        return Problem.of(type, "Line " + first.line() + ": " + first.message()).with(ResultJson.of(violations));
    }
}
