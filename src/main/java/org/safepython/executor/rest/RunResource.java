package org.safepython.executor.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.concurrent.Future;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.MonotonicClock;
import org.safepython.executor.http.ClientName;

/** {@code POST /run}: judges the program, runs it, answers with what became of it. */
@Path("run")
public class RunResource {
    private final ExecutionService service;
    private final RequestReader reader;
    private final MonotonicClock clock;

    @Inject
    RunResource(ExecutionService service, RequestReader reader, MonotonicClock clock) {
        this.service = service;
        this.reader = reader;
        this.clock = clock;
    }

    /** Answers when the program has ended; no thread of the server waits for it. */
    @POST
    public void run(
            @Context HttpServletRequest servlet,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            InputStream body,
            @Suspended AsyncResponse response) {
        long received = clock.nanos();
        boolean raw = RequestReader.raw(uri.getQueryParameters());
        Responses.requireAcceptable(headers, raw);
        ExecutionRequest request = reader.read(ClientName.of(servlet), headers, uri.getQueryParameters(), body);
        Future<?> unused = service.execute(request, received).whenComplete((answer, fault) -> {
            if (fault == null) {
                response.resume(Responses.of(answer, raw));
            } else {
                response.resume(fault);
            }
        });
    }
}
