package org.safepython.executor.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the events of a stream from a socket, as they come. Closing it is leaving. */
final class Events implements Closeable {
    private static final int PATIENCE_MS = 40_000;

    private final Socket socket;
    private final BufferedReader lines;
    private int comments;

    /** Asks for a program's stream. */
    Events(Wire wire, String authority, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        this.socket = wire.begin("POST /run HTTP/1.1\r\nHost: " + authority
                + "\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n");
        socket.setSoTimeout(PATIENCE_MS);
        socket.getOutputStream().write(bytes);
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /**
     * An event.
     *
     * @param name what kind
     * @param data its data
     * @param nanos when it was read
     */
    record Event(String name, JsonNode data, long nanos) {
        String text() {
            return data.path("text").textValue();
        }
    }

    /** The next event, or none at the end. */
    Optional<Event> next() throws IOException {
        String name = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                return Optional.of(new Event(name, Json.parse(line.substring(6)), System.nanoTime()));
            } else if (line.equals(":")) {
                comments++;
            }
        }
        return Optional.empty();
    }

    /** All events up to the end. */
    List<Event> all() throws IOException {
        List<Event> all = new ArrayList<>();
        for (Optional<Event> event = next(); event.isPresent(); event = next()) {
            all.add(event.get());
        }
        return all;
    }

    /** Comment lines that were read so far. */
    int comments() {
        return comments;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
