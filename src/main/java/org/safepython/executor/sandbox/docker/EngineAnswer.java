package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One whole answer of the engine. Immutable but for the position in its body. */
final class EngineAnswer implements DockerHttpClient.Response {
    private static final int LINE_LIMIT = 64 * 1024;
    private static final int BODY_LIMIT = 16 * 1024 * 1024;

    private final Head head;
    private final InputStream body;

    private EngineAnswer(Head head, byte[] body) {
        this.head = head;
        this.body = new ByteArrayInputStream(body);
    }

    static EngineAnswer read(InputStream in) throws IOException {
        Head head = readHead(in);
        return new EngineAnswer(head, readBody(head, in));
    }

    static Head readHead(InputStream in) throws IOException {
        String[] statusLine = line(in).split(" ", 3);
        if (statusLine.length < 2 || !statusLine[0].startsWith("HTTP/1.") || !statusLine[1].matches("\\d{3}")) {
            throw new IOException("not an HTTP answer");
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon),
                        List.of(line.substring(colon + 1).strip()));
            }
        }
        return new Head(Integer.parseInt(statusLine[1]), headers);
    }

    private static byte[] readBody(Head head, InputStream in) throws IOException {
        if (head.status() == 204 || head.status() == 304) {
            return new byte[0];
        }
        if (head.header("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            return readChunks(in);
        }
        String length = head.header("Content-Length");
        return length.isEmpty() ? limited(in.readNBytes(BODY_LIMIT + 1)) : exactly(in, parse(length, 10));
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = parse(line(in).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                return body.toByteArray();
            }
            body.writeBytes(exactly(in, size));
            limited(body.size());
            line(in);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        limited(length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the engine's answer breaks off");
        }
        return bytes;
    }

    private static byte[] limited(byte[] bytes) throws IOException {
        limited(bytes.length);
        return bytes;
    }

    private static void limited(int length) throws IOException {
        if (length > BODY_LIMIT) {
            throw new IOException("the engine's answer is too long");
        }
    }

    private static int parse(String number, int radix) throws IOException {
        try {
            return Integer.parseUnsignedInt(number, radix) & Integer.MAX_VALUE;
        } catch (NumberFormatException malformed) {
            throw new IOException("the engine's answer has a malformed length", malformed);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LINE_LIMIT) {
                throw new EOFException("the engine's answer breaks off");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public int getStatusCode() {
        return head.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return head.headers();
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {}

    /** Status and headers, names without regard to case. */
    record Head(int status, Map<String, List<String>> headers) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }
}
