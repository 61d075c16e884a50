package org.safepython.executor.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.safepython.executor.settings.Settings;

/** Asks the booted server whether it serves, and says so. For one thread. */
final class Greeting {
    private static final String EVERYWHERE = "0.0.0.0";
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient client;
    private final String address;
    private String said = "";

    Greeting(Settings settings, HttpClient client) {
        this.client = client;
        String host = settings.address().equals(EVERYWHERE) ? "127.0.0.1" : settings.address();
        this.address = "http://" + host + ":" + settings.port() + "/";
    }

    /** Blocks until the walls are proven. False where no application answers. */
    boolean awaitAndSay() throws InterruptedException {
        while (true) {
            String answer = ask();
            if (answer.startsWith("{\"status\": \"ready\"")) {
                say("Serving on " + address);
                return true;
            }
            if (!answer.startsWith("{\"status\": \"not ready\"") && !answer.contains("/problems/too-many-requests")) {
                return false;
            }
            if (!answer.contains("reasons")) {
                say("Not ready yet. The reasons are for those who have a key, and in the log.");
            } else if (!answer.contains("not proven yet")) {
                say("Not ready yet: " + answer);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** The server's, {@code http://127.0.0.1:5000/}. */
    String address() {
        return address;
    }

    private String ask() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "health/ready"))
                .timeout(Duration.ofMinutes(1))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException unanswered) {
            return "";
        }
    }

    private void say(String line) {
        if (!line.equals(said)) {
            System.out.println(line);
            said = line;
        }
    }
}
