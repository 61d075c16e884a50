package org.safepython.executor.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.server.Wire.Reply;

/** One client who wants all places, all the machine, or leaves: another's program runs all the same. */
class AbuseOfRunsIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final String SLEEPER = Client.request("import time\ntime.sleep(30)", "timeout_ms", 30_000);

    private static Containers containers;

    private final Wire wire = new Wire(SERVER);
    private final Wire other = wire.from("127.0.0.2");
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void look() {
        containers = SERVER.containers();
    }

    @AfterAll
    static void nothingIsLeft() throws InterruptedException {
        assertThat(containers.awaitNone()).isEmpty();
        containers.close();
    }

    @AfterEach
    void harmlessProgramRunsWhenTheyHaveLeft() throws IOException, InterruptedException {
        leave();
        assertThat(containers.awaitNone(3000)).isEmpty();
        Harmless.assertRunsAtOnce(wire);
        assertThat(containers.awaitNone(3000)).isEmpty();
    }

    private void leave() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void send(String body, int times, String... headers) throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        for (int i = 0; i < times; i++) {
            sockets.add(wire.begin("POST /run HTTP/1.1\r\nHost: " + SERVER.authority()
                    + "\r\nContent-Type: application/json\r\n" + more + "Content-Length: "
                    + body.getBytes(UTF_8).length + "\r\n\r\n" + body));
        }
    }

    private static void awaitSome(int count) throws InterruptedException {
        for (int i = 0; i < 500 && containers.ids().size() < count; i++) {
            Thread.sleep(20);
        }
        assertThat(containers.ids()).hasSizeGreaterThanOrEqualTo(count);
    }

    /** Number 14. */
    @Test
    void testTwoHundredSleepersOfOneClientLeaveAnotherHisTurn() throws Exception {
        send(SLEEPER, 200);
        awaitSome(2);
        Thread.sleep(1000);

        for (int i = 0; i < 3; i++) {
            Harmless.assertRunsAtOnce(other);
        }
        Reply own = wire.request("POST /run HTTP/1.1", SLEEPER, "Content-Type: application/json");
        Problems.assertProblem(own, 429, "too-many-requests");
        assertThat(own.header("Retry-After")).singleElement().asString().matches("[1-9][0-9]?");
    }

    /** Number 15. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os\nwhile True:\n  try:\n    os.fork()\n  except OSError:\n    pass",
                "x = []\nwhile True:\n  x.append(bytearray(1 << 20))",
                "while True:\n  pass",
                "while True:\n  print('x' * 1000)",
                "i = 0\nwhile True:\n  open('/tmp/%d' % i, 'w').write('x' * 9999)\n  i += 1"
            })
    void testBombsInEveryPlaceLeaveAnotherHisTurn(String bomb) throws Exception {
        send(Client.request(bomb, "timeout_ms", 5000), 8);
        awaitSome(1);

        for (int i = 0; i < 3; i++) {
            Harmless.assertRunsAtOnce(other);
        }
    }

    /** Number 16: those who run, those who wait, in every form of answer that hears of it. */
    @ParameterizedTest
    @ValueSource(strings = {"Accept: application/json", "Accept: text/event-stream"})
    void testFiftyWhoLeaveEndTheirProgramsAndGiveUpTheirPlaces(String accept) throws Exception {
        send(SLEEPER, 50, accept);
        awaitSome(2);
        Thread.sleep(1000);

        leave();
        assertThat(containers.awaitNone(3000)).isEmpty();
        // All places are free: half of the queue and all runs of one client, and none of it waits.
        Harmless.assertRunsAtOnce(wire);
    }

    /** Number 19. */
    @Test
    void testLongProgramIsNoArgumentAndStandardInputIsClosed() throws Exception {
        String code = "import sys\nprint(len(sys.stdin.read()), sys.argv)\nx = '" + "y".repeat(60_000) + "'";
        Reply reply = wire.request("POST /run?raw=1 HTTP/1.1", Client.request(code), "Content-Type: application/json");

        assertThat(reply.body()).isEqualTo("0 ['main.py']\n");

        send(Client.request("secret = 'not to be seen'\nimport time\ntime.sleep(30)", "stdin", "nor this"), 1);
        awaitSome(1);
        assertThat(containers.described(containers.ids().get(0))).doesNotContain("not to be seen", "nor this");
    }
}
