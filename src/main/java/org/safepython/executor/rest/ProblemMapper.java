package org.safepython.executor.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

/** Answers every failure as a problem; what is our own fault goes to the log and stays there. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return Responses.of(known.problem());
        }
        if (failure instanceof WebApplicationException refused) {
            ProblemType type = ProblemType.of(refused.getResponse().getStatus());
            return Responses.of(Problem.of(type, type.title() + "."));
        }
        LOG.log(Level.SEVERE, "A request failed", failure);
        return Responses.of(Problem.of(ProblemType.INTERNAL, "This was our fault; the operator's log says more."));
    }
}
