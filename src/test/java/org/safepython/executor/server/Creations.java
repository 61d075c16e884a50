package org.safepython.executor.server;

import java.io.IOException;
import org.safepython.executor.sandbox.docker.EngineEvents;

/**
 * Counts the containers that a server has the engine create, whose pool is full or empty by its settings. Nothing can be
 * missed: the report begins at the moment when this object is made, and ends with a run of our own that must be in it.
 */
final class Creations implements AutoCloseable {
    private static final long QUIET_MS = 500;

    private final TestServer server;
    private final EngineEvents events;

    Creations(TestServer server) {
        this.server = server;
        server.awaitPool();
        this.events = new EngineEvents(server.instance());
    }

    /** Runs one harmless program, tells how many containers there were besides the one of it, and closes this. */
    int othersThanOneMore() throws IOException, InterruptedException {
        try (this) {
            new Client(server).run("print('one more')");
            events.awaitCreated(1);
            server.awaitPool();
            Thread.sleep(QUIET_MS);
            return events.created().size() - 1;
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
