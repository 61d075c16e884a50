package org.safepython.executor.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;

/** Speaks bytes to a server, so that a request can be wrong in every way. */
final class Wire {
    private static final int PATIENCE_MS = 15_000;

    private final TestServer server;
    private final String address;
    private final int port;

    Wire(TestServer server) {
        this(server, "127.0.0.1", 0);
    }

    private Wire(TestServer server, String address, int port) {
        this.server = server;
        this.address = address;
        this.port = port;
    }

    /** The same from another loopback address, as another client. */
    Wire from(String other) {
        return new Wire(server, other, port);
    }

    /** The same, but all its connections come from one port, one after another. */
    Wire fromOnePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return new Wire(server, address, free.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends a request to our own host that ends the connection, with header lines of one's own. */
    Reply request(String line, byte[] body, String... headers) {
        String length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
        return exchange(line, "Host: " + server.authority() + "\r\n" + length + lines(headers), body);
    }

    Reply request(String line, String body, String... headers) {
        return request(line, body.getBytes(UTF_8), headers);
    }

    /** Sends no header but those given and {@code Connection: close}. */
    Reply bare(String line, String body, String... headers) {
        return exchange(line, lines(headers), body.getBytes(UTF_8));
    }

    private Reply exchange(String line, String headers, byte[] body) {
        byte[] head = (line + "\r\n" + headers + "Connection: close\r\n\r\n").getBytes(ISO_8859_1);
        return exchange(concat(head, body));
    }

    /** Sends bytes and reads until the server closes, or says nothing for long. */
    Reply exchange(byte[] bytes) {
        try (Socket socket = connect()) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(bytes);
            return Reply.of(readAll(socket.getInputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Opens a connection, sends the beginning of a request and leaves the rest to the caller. */
    Socket begin(String head) {
        try {
            Socket socket = connect();
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReuseAddress(port != 0);
        socket.bind(new InetSocketAddress(address, port));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        return socket;
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (SocketTimeoutException silent) {
            read.write("\r\n(still open)".getBytes(ISO_8859_1));
        }
        return read.toByteArray();
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    /**
     * What came back.
     *
     * @param status the status of the first answer; 0 for none
     * @param headers the lines of the head after the first
     * @param body what followed the head, until the end of the connection
     */
    record Reply(int status, List<String> headers, String body) {
        static Reply of(byte[] bytes) {
            String text = new String(bytes, ISO_8859_1).replaceFirst("^HTTP/1\\.1 100 Continue\r\n\r\n", "");
            int end = text.indexOf("\r\n\r\n");
            List<String> head = List.of((end < 0 ? text : text.substring(0, end)).split("\r\n"));
            String body = end < 0 ? "" : text.substring(end + 4);
            boolean chunked = head.contains("Transfer-Encoding: chunked");
            int status = head.get(0).startsWith("HTTP/1.1 ")
                    ? Integer.parseInt(head.get(0).substring(9, 12))
                    : 0;
            byte[] whole = (chunked ? joined(body) : body).getBytes(ISO_8859_1);
            return new Reply(status, head.subList(1, head.size()), new String(whole, UTF_8));
        }

        /** The text of a body in chunks. One character of the text is one byte. */
        private static String joined(String chunks) {
            StringBuilder body = new StringBuilder();
            int at = 0;
            for (int size = size(chunks, at); size > 0; size = size(chunks, at)) {
                int start = chunks.indexOf("\r\n", at) + 2;
                body.append(chunks, start, start + size);
                at = start + size + 2;
            }
            return body.toString();
        }

        private static int size(String chunks, int at) {
            int end = chunks.indexOf("\r\n", at);
            return end < 0 ? 0 : Integer.parseInt(chunks.substring(at, end), 16);
        }

        /** The values of a header, each as it came. */
        List<String> header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .toList();
        }

        /** How many answers came over the connection. */
        int answers() {
            return 1 + body.split("HTTP/1\\.1 ", -1).length - 1;
        }
    }
}
