package org.safepython.executor.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.http.Arrival;
import org.safepython.executor.http.Caller;
import org.safepython.executor.http.Peer;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemType;

/** Runs programs, and ends them. */
@Singleton
@Path("run")
public class RunResource {
    private final ExecutionService service;
    private final RequestReader reader;
    private final RunAnswers answers;

    @Inject
    RunResource(ExecutionService service, RequestReader reader, RunAnswers answers) {
        this.service = service;
        this.reader = reader;
        this.answers = answers;
    }

    /** Judges the program, runs it, answers with what became of it. */
    @POST
    public Response run(
            @Context HttpServletRequest servlet, @Context HttpHeaders headers, @Context UriInfo uri, byte[] body) {
        AnswerForm form = RequestReader.raw(uri.getQueryParameters())
                ? AnswerForm.of(headers, AnswerForm.RAW)
                : AnswerForm.of(headers, AnswerForm.JSON, AnswerForm.STREAM);
        return answers.give(
                form,
                Repeat.of(servlet, form, body),
                reader.read(Caller.of(servlet).client(), servlet.getContentType(), uri.getQueryParameters(), body),
                Arrival.of(servlet),
                Peer.of(servlet));
    }

    /** Ends a running program. Who knows its id may. */
    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id) {
        return service.cancel(id)
                ? Response.noContent().build()
                : Responses.of(Problem.of(ProblemType.NOT_FOUND, "No program of this id is running."));
    }
}
