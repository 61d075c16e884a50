package org.safepython.executor.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks a new server for the same verdict again and again, one request after the other: what a request takes is compiled by
 * then, and the first users do not wait for it. For one thread.
 */
final class Rehearsal {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final String CHECK = "{\"code\": \"print(sum(n * n for n in range(10)))\"}";

    private final HttpClient client;
    private final HttpRequest request;

    Rehearsal(HttpClient client, String address) {
        this.client = client;
        this.request = HttpRequest.newBuilder(URI.create(address + "check"))
                .header("Content-Type", "application/json")
                .timeout(LONGEST)
                .POST(BodyPublishers.ofString(CHECK))
                .build();
    }

    /** Ends where the server does not answer: it may want a key, which the launcher has not. */
    void hold(int requests) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            for (int i = 0; i < requests && System.nanoTime() < end; i++) {
                if (client.send(request, BodyHandlers.discarding()).statusCode() != OK) {
                    return;
                }
            }
        } catch (IOException ending) {
            // The server ends: nobody is to come any more.
        }
    }
}
