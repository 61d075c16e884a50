package org.safepython.executor.http;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;

/** What has arrived of a body, within its bound and that of all. For one thread at a time. */
final class Body {
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final int most;
    private final Bodies all;

    Body(int most, Bodies all) {
        this.most = most;
        this.all = all;
    }

    /** Adds bytes, or says why there are too many. */
    Optional<Problem> add(byte[] bytes, int length) {
        if (arrived.size() + length > most) {
            return Optional.of(BodyType.tooLarge());
        }
        if (!all.reserve(length)) {
            return Optional.of(Problem.of(ProblemType.BUSY, "Too many large requests arrive at once.")
                    .retryAfter(Duration.ofSeconds(1))
                    .with("Connection", "close"));
        }
        arrived.write(bytes, 0, length);
        return Optional.empty();
    }

    byte[] bytes() {
        return arrived.toByteArray();
    }

    /** Nothing more arrives: what is kept counts no longer. */
    void close() {
        all.free(arrived.size());
    }
}
