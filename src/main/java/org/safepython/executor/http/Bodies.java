package org.safepython.executor.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the bodies of requests: each once, within a bound, and within a time for the whole of it; what has arrived of all
 * of them is bounded, too. Thread safe.
 */
final class Bodies {
    private static final int CHUNK = 16 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Duration longest;
    private final long mostOfAll;
    private final AtomicLong arriving = new AtomicLong();

    /** Gives each body so much time, and all that arrive at a time so many bytes. */
    Bodies(Duration longest, long mostOfAll) {
        this.longest = longest;
        this.mostOfAll = mostOfAll;
    }

    /** The bytes of a body; leaves with the problem where there are too many, or they do not come. */
    byte[] read(InputStream in, int most) {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        try {
            receive(in, most, arrived);
            return arrived.toByteArray();
        } finally {
            arriving.addAndGet(-arrived.size());
        }
    }

    private void receive(InputStream in, int most, ByteArrayOutputStream arrived) {
        long begin = System.nanoTime();
        byte[] chunk = new byte[CHUNK];
        for (int length = next(in, chunk); length >= 0; length = next(in, chunk)) {
            arrived.write(chunk, 0, length);
            long all = arriving.addAndGet(length);
            if (arrived.size() > most) {
                throw refused(BodyType.tooLarge());
            }
            if (all > mostOfAll) {
                throw refused(Problem.of(ProblemType.BUSY, "Too many large requests arrive at once.")
                        .retryAfter(RETRY_AFTER));
            }
            if (System.nanoTime() - begin > longest.toNanos()) {
                throw refused(Problem.of(ProblemType.MALFORMED_REQUEST, "The body did not arrive in time."));
            }
        }
    }

    /** A body that breaks off, or stalls until the server gives up, is its sender's fault and not ours. */
    private static int next(InputStream in, byte[] chunk) {
        try {
            return in.read(chunk);
        } catch (IOException brokenOff) {
            throw refused(Problem.of(ProblemType.MALFORMED_REQUEST, "The body did not arrive whole."));
        }
    }

    private static ProblemException refused(Problem problem) {
        return new ProblemException(problem.with("Connection", "close"));
    }
}
