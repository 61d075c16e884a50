package org.safepython.executor.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes the bodies of requests in, as they come: no thread waits for a slow sender. What has arrived of all of them is
 * bounded, and each has a deadline. Thread safe.
 */
final class Bodies {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long MOST_BYTES_OF_ALL = 64L << 20;

    private final AtomicLong held = new AtomicLong();

    /** Sends the request on to its inner address when its body is there, or answers why not. */
    void receive(HttpServletRequest request, HttpServletResponse response, Route route) throws IOException {
        Arrival.note(request);
        Body body = new Body(route.mostBytes(), this);
        AsyncContext async = request.startAsync(new ReceivedRequest(request, body), response);
        async.setTimeout(LONGEST.toMillis());
        BodyReceiver receiver = new BodyReceiver(async, request.getInputStream(), body, route.inside(request));
        async.addListener(receiver);
        request.getInputStream().setReadListener(receiver);
    }

    /** Reserves room; false where all is taken. */
    boolean reserve(int bytes) {
        if (held.addAndGet(bytes) > MOST_BYTES_OF_ALL) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void free(int bytes) {
        held.addAndGet(-bytes);
    }
}
