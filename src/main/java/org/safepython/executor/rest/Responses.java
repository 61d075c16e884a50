package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.safepython.executor.Answer;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.http.JsonText;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemType;
import org.safepython.executor.policy.Violation;

/** Turns the service's answers into HTTP. */
final class Responses {
    private static final String RAW_TYPE = "text/plain;charset=utf-8";

    private Responses() {}

    static Response of(Answer answer, boolean raw, Outbox outbox) {
        if (answer instanceof Answer.Executed executed) {
            return raw ? raw(executed.result(), outbox) : json(executed.result(), outbox);
        }
        return of(problem(answer));
    }

    private static Response json(ExecutionResult result, Outbox outbox) {
        return leaving(Response.ok().type(MediaType.APPLICATION_JSON), JsonText.of(ResultJson.of(result)), outbox);
    }

    static Response json(JsonNode body) {
        return whole(Response.ok().type(MediaType.APPLICATION_JSON), JsonText.of(body));
    }

    static Response of(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.type().status()).type(Problem.MEDIA_TYPE);
        problem.headers().forEach(response::header);
        return whole(response, problem.json());
    }

    /** An answer that is written while there is more to come. */
    static Response flowing(StreamingOutput out, MediaType type) {
        return Response.ok(out, type).build();
    }

    /** What became of a program that was started; the answer breaks off where that is our own fault. */
    static ExecutionResult resultOf(CompletableFuture<Answer> answer) throws IOException {
        try {
            if (answer.join() instanceof Answer.Executed executed) {
                return executed.result();
            }
        } catch (CompletionException | CancellationException fault) {
            throw new IOException(fault);
        }
        throw new IOException("not started");
    }

    private static Response raw(ExecutionResult result, Outbox outbox) {
        Response.ResponseBuilder response = Response.ok()
                .type(RAW_TYPE)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Outcome", result.conclusion().outcome().label())
                .header("X-Run-Id", result.id());
        result.conclusion().exitCode().ifPresent(code -> response.header("X-Exit-Code", code));
        return leaving(response, result.stdout().bytes(), outbox);
    }

    private static Response leaving(Response.ResponseBuilder response, byte[] body, Outbox outbox) {
        return outbox.accept(body)
                .map(out -> response.header(HttpHeaders.CONTENT_LENGTH, body.length)
                        .entity(out)
                        .build())
                .orElseGet(() -> of(Problem.of(
                                ProblemType.BUSY,
                                "The program has run, but its output is lost: too many answers are being read slowly.")
                        .retryAfter(Duration.ofSeconds(10))));
    }

    static Response whole(Response.ResponseBuilder response, byte[] body) {
        return response.header(HttpHeaders.CONTENT_LENGTH, body.length)
                .entity(body)
                .build();
    }

    /** Why nothing was run. */
    static Problem problem(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused(refused.violations());
        }
        if (answer instanceof Answer.Busy busy) {
            return busy(busy.retryAfter());
        }
        if (answer instanceof Answer.ShareUsedUp share) {
            return shareUsedUp(share.retryAfter());
        }
        if (answer instanceof Answer.Unavailable unavailable) {
            String detail = "The program was not started: " + unavailable.reason() + ". The operator's log says more.";
            return Problem.of(ProblemType.ENGINE_UNAVAILABLE, detail).retryAfter(unavailable.retryAfter());
        }
        if (answer instanceof Answer.Preparing preparing) {
            return Problem.of(
                            ProblemType.PREPARING,
                            "The program was not started: what runs it is being built or tested.")
                    .retryAfter(preparing.retryAfter());
        }
        return Problem.of(ProblemType.SHUTTING_DOWN, "The program was not started.")
                .retryAfter(Duration.ofSeconds(10));
    }

    static Problem busy(Duration retryAfter) {
        return Problem.of(ProblemType.BUSY, "The program was not started. Try again later.")
                .retryAfter(retryAfter);
    }

    static Problem shareUsedUp(Duration retryAfter) {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "The program was not started. Wait for others of yours.")
                .retryAfter(retryAfter);
    }

    private static Problem refused(List<Violation> violations) {
        Violation first = violations.get(0);
        boolean syntax = first.rule().equals("syntax");
        ProblemType type = syntax ? ProblemType.SYNTAX_ERROR : ProblemType.REJECTED;
        return Problem.of(type, "Line " + first.line() + ": " + first.message()).with(ResultJson.of(violations));
    }
}
