package org.safepython.executor.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.safepython.executor.operate.Metrics;

/** {@code GET /metrics}: counters and gauges as Prometheus text. */
@Singleton
@Path("metrics")
public class MetricsResource {
    private static final String TYPE = "text/plain;charset=utf-8;version=0.0.4";

    private final Metrics metrics;

    @Inject
    MetricsResource(Metrics metrics) {
        this.metrics = metrics;
    }

    @GET
    public Response metrics() {
        return Response.ok(metrics.text(), TYPE).build();
    }
}
