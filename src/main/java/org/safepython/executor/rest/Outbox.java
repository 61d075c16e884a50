package org.safepython.executor.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bodies of answers on their way out. A slow reader keeps his in memory and holds a thread: what leaves at a time is
 * bounded, and so is the time that each may take. Thread safe.
 */
@Singleton
class Outbox {
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int PIECE = 64 * 1024;

    private final AtomicLong leaving = new AtomicLong();

    /** Takes a body, to be written once; nothing where too much is leaving already. Keeps the array. */
    Optional<StreamingOutput> accept(byte[] body) {
        if (leaving.addAndGet(body.length) > MOST_BYTES) {
            leaving.addAndGet(-body.length);
            return Optional.empty();
        }
        return Optional.of(out -> {
            try {
                write(body, out);
            } finally {
                leaving.addAndGet(-body.length);
            }
        });
    }

    /** Writes a body in pieces, and gives up where that takes too long. */
    static void write(byte[] body, OutputStream out) throws IOException {
        long begin = System.nanoTime();
        for (int at = 0; at < body.length; at += PIECE) {
            out.write(body, at, Math.min(PIECE, body.length - at));
            out.flush();
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new IOException("the reader is too slow");
            }
        }
    }
}
