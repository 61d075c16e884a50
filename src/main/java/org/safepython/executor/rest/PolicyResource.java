package org.safepython.executor.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.safepython.executor.operate.Readiness;
import org.safepython.executor.policy.Presets;
import org.safepython.executor.settings.Settings;

/** {@code GET /policy}: what programs may say and take here. */
@Singleton
@Path("policy")
public class PolicyResource {
    private final Presets presets;
    private final Readiness readiness;
    private final Settings settings;

    @Inject
    PolicyResource(Presets presets, Readiness readiness, Settings settings) {
        this.presets = presets;
        this.readiness = readiness;
        this.settings = settings;
    }

    /** As it is now: the policy file may change it. */
    @GET
    public Response policy(@Context HttpHeaders headers) {
        AnswerForm.JSON.requireAccepted(headers);
        return Responses.json(PolicyJson.of(presets.allowed(), readiness.languages(), settings));
    }
}
