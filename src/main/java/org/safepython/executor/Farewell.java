package org.safepython.executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Closes the service when the application ends, or earlier, when the process is told to end: a server that waits for its
 * requests before it ends the application would let the programs run on.
 */
@ApplicationScoped
class Farewell {
    private static final Logger LOG = Logger.getLogger(Farewell.class.getName());

    private final ExecutionService service;
    private final Thread hook;

    @Inject
    Farewell(ExecutionService service) {
        this.service = service;
        this.hook = new Thread(service::close, "farewell");
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException onItsWay) {
            LOG.log(Level.FINE, "The process ends, too", onItsWay);
        }
        service.close();
    }
}
