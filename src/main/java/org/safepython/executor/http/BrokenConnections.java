package org.safepython.executor.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Connections on which nobody can say where the next request begins: some servers go on reading there, and take the rest
 * of a refused body for another request. Thread safe.
 */
final class BrokenConnections {
    private static final int MOST = 10_000;

    /** For longer the server keeps no connection that it has been told to close; then its port may be another's. */
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(30).toNanos();

    private final Map<Peer, Long> since = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Peer, Long> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(Peer peer) {
        since.put(peer, System.nanoTime());
    }

    synchronized boolean contains(Peer peer) {
        Long moment = since.get(peer);
        return moment != null && System.nanoTime() - moment < REMEMBERED_NANOS;
    }
}
