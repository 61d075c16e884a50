package org.safepython.executor.sandbox.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A connection over TLS: both sides have a certificate, and the engine's must name the host that was asked. */
final class TlsConnection implements EngineConnection {
    private final Socket socket = new Socket();
    private final URI engine;
    private final SSLContext certificates;
    private final PushbackInputStream in = new PushbackInputStream(new Incoming());
    private volatile @Nullable SSLSocket tls;

    TlsConnection(URI engine, SSLContext certificates) {
        this.engine = engine;
        this.certificates = certificates;
    }

    @Override
    public void connect() throws IOException {
        socket.connect(new InetSocketAddress(engine.getHost(), engine.getPort()));
        socket.setTcpNoDelay(true);
        SSLSocket over = (SSLSocket)
                certificates.getSocketFactory().createSocket(socket, engine.getHost(), engine.getPort(), true);
        SSLParameters parameters = over.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        over.setSSLParameters(parameters);
        over.startHandshake();
        tls = over;
    }

    private SSLSocket connected() throws IOException {
        SSLSocket over = tls;
        if (over == null) {
            throw new IOException("not connected");
        }
        return over;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public boolean isSilent() {
        try {
            SSLSocket over = connected();
            over.setSoTimeout(1);
            try {
                int next = in.read();
                if (next >= 0) {
                    in.unread(next);
                }
                return false;
            } catch (SocketTimeoutException silent) {
                return true;
            } finally {
                over.setSoTimeout(0);
            }
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        connected().getOutputStream().write(bytes);
    }

    /** Without the farewell of TLS, which would wait for a pending write. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private final class Incoming extends InputStream {
        @Override
        public int read() throws IOException {
            return connected().getInputStream().read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return connected().getInputStream().read(target, offset, length);
        }
    }
}
