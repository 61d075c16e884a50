package org.safepython.executor.sandbox.docker;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the engine has ended, however short it was away: a connection that it keeps open, and says nothing on, breaks
 * with it. Thread safe.
 */
final class EngineLife implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EngineLife.class.getName());

    private final EngineHttp http;
    private @Nullable EngineConnection kept;
    private int count;

    EngineLife(EngineHttp http) {
        this.http = http;
    }

    /** A number that is another when the engine was away since the last look; the same while it cannot be reached. */
    synchronized int number() {
        if (kept != null && !kept.isSilent()) {
            close();
        }
        if (kept == null) {
            try {
                kept = http.silence();
                count++;
            } catch (IOException unreachable) {
                LOG.log(Level.FINE, "The engine cannot be reached", unreachable);
            }
        }
        return count;
    }

    @Override
    public synchronized void close() {
        EngineConnection before = kept;
        kept = null;
        try {
            if (before != null) {
                before.close();
            }
        } catch (IOException closed) {
            LOG.log(Level.FINE, "A connection was closed already", closed);
        }
    }
}
