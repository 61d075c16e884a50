package org.safepython.executor.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the requests that are under way, in all and of each client: each holds a thread of the server, and
 * whoever sends or reads slowly holds it long. Thread safe.
 */
final class Crowd {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final int most;
    private final Map<String, Integer> ofClients = new HashMap<>();
    private int all;

    /** Lets so many in. */
    Crowd(int most) {
        this.most = most;
    }

    /** Lets a client's request in, so many of one, or says why not; whoever is in leaves once. */
    synchronized Optional<Problem> enter(String client, int mostOfOne) {
        int ofClient = ofClients.getOrDefault(client, 0);
        if (ofClient >= mostOfOne) {
            return refusal(ProblemType.TOO_MANY_REQUESTS, "Too many requests like this one are under way.");
        }
        if (all >= most) {
            return refusal(ProblemType.BUSY, "Too many requests are under way.");
        }
        ofClients.put(client, ofClient + 1);
        all++;
        return Optional.empty();
    }

    synchronized void leave(String client) {
        ofClients.computeIfPresent(client, (name, count) -> count > 1 ? count - 1 : null);
        all--;
    }

    private static Optional<Problem> refusal(ProblemType type, String detail) {
        return Optional.of(Problem.of(type, detail).retryAfter(RETRY_AFTER).with("Connection", "close"));
    }
}
