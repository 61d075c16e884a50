package org.safepython.executor.http;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;

/**
 * The other end of a request's connection. Immutable.
 *
 * @param address its address
 * @param port its port
 * @param localPort the port on our side
 */
public record Peer(InetAddress address, int port, int localPort) {
    /** Whoever sent the request. */
    public static Peer of(ServletRequest request) {
        try {
            return new Peer(
                    InetAddress.getByName(request.getRemoteAddr()), request.getRemotePort(), request.getLocalPort());
        } catch (UnknownHostException noLiteral) {
            throw new IllegalStateException(noLiteral);
        }
    }

    /** Waits for a future; meanwhile does something where the peer has left. */
    public void await(CompletableFuture<?> future, Runnable whenLeft) {
        while (!Heartbeat.awaits(future)) {
            if (hasLeft()) {
                whenLeft.run();
            }
        }
    }

    /**
     * Whether it has closed its side, as far as that can be known without writing to it. Closing the sending side alone
     * counts, too.
     */
    boolean hasLeft() {
        return ConnectionTable.ofTheKernel().map(open -> !open.contains(this)).orElse(false);
    }
}
