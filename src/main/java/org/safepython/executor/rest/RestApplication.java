package org.safepython.executor.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The API under its inner address; public addresses are the guard's. */
@ApplicationPath("api")
public class RestApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                RunResource.class,
                CheckResource.class,
                PolicyResource.class,
                HealthResource.class,
                MetricsResource.class,
                SelfTestResource.class,
                ProblemResource.class,
                ProblemMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        // What is flushed leaves at once.
        return Map.of("jersey.config.server.wadl.disableWadl", true, "jersey.config.server.contentLength.buffer", 0);
    }
}
