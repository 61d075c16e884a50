package org.safepython.executor.http;

import jakarta.servlet.ServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Connections on which nobody can say where the next request begins: some servers go on reading there, and take the rest
 * of a refused body for another request. Thread safe.
 */
final class BrokenConnections {
    private static final int MOST = 10_000;

    private final Set<String> ids = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    });

    synchronized void add(ServletRequest request) {
        ids.add(id(request));
    }

    synchronized boolean contains(ServletRequest request) {
        return ids.contains(id(request));
    }

    /** The port at the other end will not do: it may be another client's a moment later. */
    private static String id(ServletRequest request) {
        return request.getServletConnection().getConnectionId();
    }
}
