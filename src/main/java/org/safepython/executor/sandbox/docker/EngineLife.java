package org.safepython.executor.sandbox.docker;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the engine has ended, however short it was away: a connection that it keeps open, and says nothing on, breaks
 * with it. One that breaks at each look says nothing of the engine but of what stands between; it is told once and not
 * believed. Thread safe.
 */
final class EngineLife implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EngineLife.class.getName());

    private static final int MOST_BREAKS = 3;

    private final EngineHttp http;
    private @Nullable EngineConnection kept;
    private int count;
    private int breaksInTurn;

    EngineLife(EngineHttp http) {
        this.http = http;
    }

    /** A number that is another when the engine was away since the last look; the same while it cannot be reached. */
    synchronized int number() {
        if (kept != null && kept.isSilent()) {
            breaksInTurn = 0;
        } else {
            close();
            connect();
        }
        return count;
    }

    private void connect() {
        try {
            kept = http.silence();
            breaksInTurn++;
        } catch (IOException unreachable) {
            LOG.log(Level.FINE, "The engine cannot be reached", unreachable);
            return;
        }
        if (breaksInTurn <= MOST_BREAKS) {
            count++;
        } else if (breaksInTurn == MOST_BREAKS + 1) {
            LOG.warning(
                    "The connection by which a restart of the engine is noticed breaks again and again: it is not.");
        }
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
