package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.safepython.executor.MachinePace;
import org.safepython.executor.server.Wire.Reply;

/** The program that must always run. */
final class Harmless {
    private static final Duration AT_ONCE = MachinePace.stretched(Duration.ofSeconds(2));

    private Harmless() {}

    /** Runs it for whoever sends from an address, and looks at the time that it takes. */
    static void assertRunsAtOnce(Wire wire) {
        long begin = System.nanoTime();
        Reply reply = wire.request(
                "POST /run?raw=1 HTTP/1.1", Json.object("code", "print('harmless')"), "Content-Type: application/json");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("harmless\n");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
    }
}
