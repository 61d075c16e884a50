package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.safepython.executor.walls.Finding;
import org.safepython.executor.walls.NotProvenException;
import org.safepython.executor.walls.Proof;
import org.safepython.executor.walls.WallReport;

/** Attacks the walls for an operator, and tells what was seen of each. */
@Singleton
@Path("selftest")
public class SelfTestResource {
    private final Proof proof;

    @Inject
    SelfTestResource(Proof proof) {
        this.proof = proof;
    }

    /** Waits for the report; those who ask at once get the same. */
    @POST
    public Response attack() {
        try {
            return Responses.json(json(proof.renew().join()));
        } catch (CompletionException unknown) {
            if (unknown.getCause() instanceof NotProvenException reason) {
                return Responses.of(Responses.problem(reason.answer()));
            }
            throw unknown;
        }
    }

    private static ObjectNode json(WallReport report) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("holds", report.missing().isEmpty())
                .put("engine", report.keeper().name())
                .put("took_ms", report.took().toMillis());
        ArrayNode walls = json.putArray("walls");
        report.findings().forEach(finding -> walls.add(json(finding, report)));
        report.keeper().advice().forEach(json.putArray("advice")::add);
        return json;
    }

    private static ObjectNode json(Finding finding, WallReport report) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", finding.wall().label())
                .put("purpose", finding.wall().purpose())
                .put("language", finding.language().label())
                .put("holds", finding.holds())
                .put("evidence", finding.evidence());
        if (!finding.holds()) {
            json.put("remedy", finding.wall().remedy());
            json.put("allowed_missing", report.allowed().contains(finding.wall()));
        }
        return json;
    }
}
