package org.safepython.executor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real connections, as the kernel of this machine sees them. */
class ConnectionTableTest {
    /** Longer than the table counts as fresh. */
    private static final long FRESH_MS = 300;

    private static Peer peer(Socket accepted) {
        return new Peer(accepted.getInetAddress(), accepted.getPort(), accepted.getLocalPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1"})
    void testWhoeverClosesHasLeft(String address) throws IOException, InterruptedException {
        InetAddress here = InetAddress.getByName(address);
        try (ServerSocket server = new ServerSocket(0, 1, here)) {
            Socket client = new Socket(here, server.getLocalPort());
            Socket accepted = server.accept();
            Thread.sleep(FRESH_MS);
            assertThat(peer(accepted).hasLeft()).isFalse();

            client.close();
            Thread.sleep(FRESH_MS);
            assertThat(peer(accepted).hasLeft()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void testClosingTheSendingSideOrBreakingOffIsLeaving(boolean half) throws IOException, InterruptedException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here)) {
            Socket client = new Socket(here, server.getLocalPort());
            Socket accepted = server.accept();
            if (half) {
                client.shutdownOutput();
            } else {
                client.setSoLinger(true, 0);
                client.close();
            }
            Thread.sleep(FRESH_MS);
            assertThat(peer(accepted).hasLeft()).isTrue();
        }
    }
}
