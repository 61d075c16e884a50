package org.safepython.executor.rest;

import java.io.IOException;
import java.io.InputStream;
import org.safepython.executor.http.BodyType;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

/** Reads the body of a request, bounded. */
final class Body {
    private Body() {}

    static byte[] read(InputStream in) {
        byte[] bytes = bounded(in);
        if (bytes.length > BodyType.MOST_BYTES) {
            throw new ProblemException(BodyType.tooLarge());
        }
        return bytes;
    }

    /** A body that breaks off, or stalls until the server gives up, is its sender's fault and not ours. */
    private static byte[] bounded(InputStream in) {
        try {
            return in.readNBytes(BodyType.MOST_BYTES + 1);
        } catch (IOException brokenOff) {
            throw new ProblemException(Problem.of(ProblemType.MALFORMED_REQUEST, "The body did not arrive whole.")
                    .with("Connection", "close"));
        }
    }
}
