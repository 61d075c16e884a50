package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks a server as a well-behaved client does. Thread safe. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final TestServer server;

    Client(TestServer server) {
        this.server = server;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** Posts JSON, or what a Content-Type among the headers says. */
    HttpResponse<String> post(String path, String body, String... headers) {
        return send(posting(path, body, headers));
    }

    CompletableFuture<HttpResponse<String>> postLater(String path, String body, String... headers) {
        return http.sendAsync(posting(path, body, headers), BodyHandlers.ofString());
    }

    /** Runs a program under the preset {@code container}; fields beyond the code come in turn. */
    JsonNode run(String code, Object... fields) {
        HttpResponse<String> response = post("/run", request(code, fields));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.parse(response.body());
    }

    /** The same with the output alone. */
    HttpResponse<String> runRaw(String code, Object... fields) {
        return post("/run?raw=1", request(code, fields));
    }

    static String request(String code, Object... fields) {
        Object[] all = new Object[fields.length + 4];
        System.arraycopy(new Object[] {"code", code, "policy", "container"}, 0, all, 0, 4);
        System.arraycopy(fields, 0, all, 4, fields.length);
        return Json.object(all);
    }

    private HttpRequest posting(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers).POST(BodyPublishers.ofString(body));
        boolean typed =
                request.copy().build().headers().firstValue("Content-Type").isPresent();
        return typed
                ? request.build()
                : request.header("Content-Type", "application/json").build();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
