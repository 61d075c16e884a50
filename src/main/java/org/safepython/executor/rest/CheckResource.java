package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.http.Caller;
import org.safepython.executor.policy.Verdict;

/** {@code POST /check}: judges the program and runs nothing. */
@Singleton
@Path("check")
public class CheckResource {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ExecutionService service;
    private final RequestReader reader;

    @Inject
    CheckResource(ExecutionService service, RequestReader reader) {
        this.service = service;
        this.reader = reader;
    }

    /** Takes what {@code /run} takes, so that a client can send the same twice. */
    @POST
    public Response check(
            @Context HttpServletRequest servlet, @Context HttpHeaders headers, @Context UriInfo uri, byte[] body) {
        AnswerForm.JSON.requireAccepted(headers);
        ExecutionRequest request =
                reader.read(Caller.of(servlet).client(), servlet.getContentType(), uri.getQueryParameters(), body);
        Verdict verdict = service.check(request);
        if (verdict instanceof Verdict.Judged judged) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("accepted", judged.accepted());
            json.set("violations", ResultJson.of(judged.violations()));
            return Responses.json(json);
        }
        return Responses.of(
                verdict instanceof Verdict.ShareUsedUp
                        ? Responses.shareUsedUp(RETRY_AFTER)
                        : Responses.busy(RETRY_AFTER));
    }
}
