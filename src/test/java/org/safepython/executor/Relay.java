package org.safepython.executor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between the product and the engine; cuts connections, keeps new ones waiting as an engine does that hangs, slows
 * down what the engine is told, and can hide parts of it, as one that does not know them.
 */
public final class Relay implements AutoCloseable {
    private final List<SocketChannel> connections = new CopyOnWriteArrayList<>();
    private final UnixDomainSocketAddress engine;
    private final ServerSocketChannel server;
    private final List<String> hidden;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Duration delay = Duration.ZERO;

    /** Takes parts out of whatever goes to the engine; the blanks in their place mean nothing in JSON. */
    public Relay(String... hidden) {
        this.hidden = List.of(hidden);
        this.engine =
                UnixDomainSocketAddress.of(TestSettings.with().engine().host().getPath());
        try {
            this.server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        begin(this::accept);
    }

    /** What {@code DOCKER_HOST} is for who shall come by here. */
    public String host() {
        return "tcp://127.0.0.1:" + server.socket().getLocalPort();
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel product = server.accept();
                CountDownLatch waiting = gate;
                begin(() -> join(product, waiting));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void join(SocketChannel product, CountDownLatch waiting) {
        try {
            waiting.await();
            SocketChannel behind = SocketChannel.open(engine);
            connections.add(product);
            begin(() -> pass(product, behind, true));
            pass(behind, product, false);
        } catch (IOException | InterruptedException over) {
            close(product);
        }
    }

    private void pass(SocketChannel from, SocketChannel to, boolean toEngine) {
        byte[] bytes = new byte[64 * 1024];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try (from;
                to) {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                if (toEngine) {
                    Thread.sleep(delay.toMillis());
                    hidden.forEach(part -> blank(part, bytes, buffer.limit()));
                }
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
        } catch (IOException | InterruptedException cut) {
            // As it was meant.
        } finally {
            connections.remove(from);
        }
    }

    /** A request to create a container comes in one piece. */
    private static void blank(String part, byte[] bytes, int length) {
        int at = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).indexOf(part);
        if (at >= 0) {
            Arrays.fill(bytes, at, at + part.length(), (byte) ' ');
        }
    }

    /** Has whatever goes to the engine arrive late from now on. */
    void delay(Duration each) {
        delay = each;
    }

    /** Lets nothing of new connections through until {@link #release}; then all of it, wanted or not. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /** Cuts a connection, if there is one. */
    void cutOne(Random random) {
        List<SocketChannel> all = List.copyOf(connections);
        if (!all.isEmpty()) {
            close(all.get(random.nextInt(all.size())));
        }
    }

    private static void close(SocketChannel connection) {
        try {
            connection.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.forEach(Relay::close);
    }
}
