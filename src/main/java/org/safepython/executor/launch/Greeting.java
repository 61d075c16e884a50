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
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String address;
    private String said = "";

    Greeting(Settings settings) {
        String host = settings.address().contains(":") ? "[" + settings.address() + "]" : settings.address();
        this.address = "http://" + host + ":" + settings.port() + "/";
    }

    /** Blocks until the first program has run. False where no application answers. */
    boolean awaitAndSay() throws InterruptedException {
        while (true) {
            int status = ask();
            if (status == OK) {
                say("Serving on " + address);
                return true;
            }
            if (status != UNAVAILABLE) {
                return false;
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private int ask() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "health/ready"))
                .timeout(Duration.ofMinutes(1))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == UNAVAILABLE && !response.body().contains("first program")) {
                say("Not ready yet: " + response.body().replaceAll("[^ -~]", " "));
            }
            return response.statusCode();
        } catch (IOException unanswered) {
            return 0;
        }
    }

    private void say(String line) {
        if (!line.equals(said)) {
            System.out.println(line);
            said = line;
        }
    }
}
