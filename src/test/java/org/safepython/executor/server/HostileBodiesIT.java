package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.safepython.executor.rest.HostileBodies;

/** Bodies from a grammar, the same in every run: each is answered soon, in our own form, and none is our fault. */
class HostileBodiesIT {
    private static final int BODIES = Integer.getInteger("hostile.bodies");
    private static final int CLIENTS = 4;

    private final TestServer server = TestServer.shared();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void testEveryBodyIsAnswered() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                HostileBodies bodies = new HostileBodies(client);
                clients.add(threads.submit(() -> {
                    for (int i = 0; i < BODIES / CLIENTS; i++) {
                        assertAnswered(bodies.next());
                    }
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            threads.shutdown();
        }
        Harmless.assertRunsAtOnce(new Wire(server));
    }

    private void assertAnswered(byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/check"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isIn(200, 400, 403, 413, 422);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue(response.statusCode() == 200 ? "application/json" : "application/problem+json");
        assertThat(Json.parse(response.body()).isObject()).isTrue();
    }
}
