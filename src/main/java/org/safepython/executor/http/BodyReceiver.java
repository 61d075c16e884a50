package org.safepython.executor.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears of one body while it arrives. Its end, its being too large, its breaking off and its deadline are rivals. */
final class BodyReceiver implements ReadListener, AsyncListener {
    private static final Logger LOG = Logger.getLogger(BodyReceiver.class.getName());
    private static final int CHUNK = 8 * 1024;

    private final AsyncContext async;
    private final ServletInputStream in;
    private final Body body;
    private final String inside;
    private final AtomicBoolean over = new AtomicBoolean();
    private final byte[] chunk = new byte[CHUNK];

    BodyReceiver(AsyncContext async, ServletInputStream in, Body body, String inside) {
        this.async = async;
        this.in = in;
        this.body = body;
        this.inside = inside;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!over.get() && in.isReady() && !in.isFinished()) {
            int length = in.read(chunk);
            if (length < 0) {
                return;
            }
            Optional<Problem> problem = body.add(chunk, length);
            problem.ifPresent(this::refuse);
        }
    }

    @Override
    public void onAllDataRead() {
        if (end()) {
            async.setTimeout(0);
            async.dispatch(inside);
        }
    }

    @Override
    public void onError(Throwable brokenOff) {
        refuse(Problem.of(ProblemType.MALFORMED_REQUEST, "The body did not arrive whole."));
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        refuse(Problem.of(ProblemType.MALFORMED_REQUEST, "The body did not arrive in time."));
    }

    private boolean end() {
        boolean first = !over.getAndSet(true);
        if (first) {
            body.close();
        }
        return first;
    }

    private void refuse(Problem problem) {
        if (!end()) {
            return;
        }
        try {
            ProblemWriter.write(problem.with("Connection", "close"), (HttpServletResponse) async.getResponse());
        } catch (IOException gone) {
            LOG.log(Level.FINE, "A client left before the answer", gone);
        } finally {
            async.complete();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
