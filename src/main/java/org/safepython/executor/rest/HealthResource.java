package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.safepython.executor.http.Caller;
import org.safepython.executor.http.JsonText;
import org.safepython.executor.operate.Readiness;
import org.safepython.executor.settings.Scope;

/** {@code /health/live} and {@code /health/ready}. */
@Singleton
@Path("health")
public class HealthResource {
    private static final int UNAVAILABLE = 503;

    private final Readiness readiness;

    @Inject
    HealthResource(Readiness readiness) {
        this.readiness = readiness;
    }

    /** The process answers. */
    @GET
    @Path("live")
    public Response live() {
        return Responses.json(JsonNodeFactory.instance.objectNode().put("status", "live"));
    }

    /** Programs can be run; 503 where they cannot; the reasons for those who may read them. */
    @GET
    @Path("ready")
    public Response ready(@Context HttpServletRequest servlet) {
        List<String> reasons = readiness.reasonsAgainst();
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("status", reasons.isEmpty() ? "ready" : "not ready");
        if (Caller.of(servlet).may(Scope.READ)) {
            reasons.forEach(json.putArray("reasons")::add);
            readiness.notes().forEach(json.putArray("notes")::add);
            readiness.advice().forEach(json.putArray("advice")::add);
        }
        return Response.status(reasons.isEmpty() ? 200 : UNAVAILABLE)
                .type(MediaType.APPLICATION_JSON)
                .entity(JsonText.of(json))
                .build();
    }
}
