package org.safepython.executor.server;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five hundred clients that send a byte a second: others do not notice, and each is told in the end. */
class SlowClientsIT {
    private static final int CLIENTS = 500;

    private static TestServer server;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of());
        Harmless.assertRunsAtOnce(new Wire(server));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void leave() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /run HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n",
                "POST /check HTTP/1.1\r\nHost: %s\r\nContent-Type: text/x-python\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\n",
                "POST /run HTTP/1.1\r\nHost: %s\r\nX-A: "
            })
    void testSlowSendersHoldNobodyUp(String head) throws Exception {
        Wire wire = new Wire(server);
        for (int i = 0; i < CLIENTS; i++) {
            sockets.add(wire.begin(head.formatted(server.authority())));
        }
        for (int second = 0; second < 5; second++) {
            for (Socket socket : sockets) {
                socket.getOutputStream().write('1');
            }
            Harmless.assertRunsAtOnce(wire);
            Thread.sleep(500);
        }
    }
}
