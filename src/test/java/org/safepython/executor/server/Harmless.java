package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.safepython.executor.server.Wire.Reply;

/** The program that must always run. */
final class Harmless {
    private static final long AT_ONCE_MS = 2000;

    private Harmless() {}

    /** Runs it for whoever sends from an address, and looks at the time that it takes. */
    static void assertRunsAtOnce(Wire wire) {
        long begin = System.nanoTime();
        Reply reply = wire.request(
                "POST /run?raw=1 HTTP/1.1", Json.object("code", "print('harmless')"), "Content-Type: application/json");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("harmless\n");
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(AT_ONCE_MS);
    }
}
