package org.safepython.executor.sandbox.docker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;

/**
 * A connection over a Unix socket, or over TCP as it is. The streams of {@code java.nio.channels.Channels} would make a write
 * wait for a pending read.
 */
final class PlainConnection implements EngineConnection {
    private static final int BUFFER_BYTES = 32 * 1024;

    private final SocketChannel channel;
    private final SocketAddress engine;
    private final InputStream in;

    private PlainConnection(SocketChannel channel, SocketAddress engine) {
        this.channel = channel;
        this.engine = engine;
        this.in = new BufferedInputStream(new ChannelInput(channel), BUFFER_BYTES);
    }

    static PlainConnection unconnected(URI engine) throws IOException {
        SocketAddress address = address(engine);
        StandardProtocolFamily family =
                address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        SocketChannel channel = SocketChannel.open(family);
        if (family == StandardProtocolFamily.INET) {
            // A peer that is lost without a word would look silent for ever.
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        }
        return new PlainConnection(channel, address);
    }

    @Override
    public void connect() throws IOException {
        try {
            channel.connect(engine);
        } catch (UnresolvedAddressException unknown) {
            throw new IOException("the engine's host has no address", unknown);
        }
    }

    private static SocketAddress address(URI engine) {
        return engine.getScheme().equals("unix")
                ? UnixDomainSocketAddress.of(engine.getPath())
                : new InetSocketAddress(engine.getHost(), engine.getPort());
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public boolean isSilent() {
        try {
            channel.configureBlocking(false);
            try {
                return in.available() == 0 && channel.read(ByteBuffer.allocate(1)) == 0;
            } finally {
                channel.configureBlocking(true);
            }
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class ChannelInput extends InputStream {
        private final SocketChannel channel;

        ChannelInput(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return length == 0 ? 0 : channel.read(ByteBuffer.wrap(target, offset, length));
        }
    }
}
