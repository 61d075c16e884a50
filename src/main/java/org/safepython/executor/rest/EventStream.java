package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.safepython.executor.Execution;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.Outcome;
import org.safepython.executor.http.Heartbeat;
import org.safepython.executor.http.JsonText;
import org.safepython.executor.sandbox.ProgramEvents;

/**
 * Writes what a program says while it runs, as server-sent events, the result last. The thread that runs the program puts
 * events in, another one writes them out; where the reader does not keep up, the program is ended.
 */
final class EventStream implements ProgramEvents, StreamingOutput {
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Execution> execution = new CompletableFuture<>();
    private final WaitingOutput waiting = new WaitingOutput();
    private final CharacterStream stdout = new CharacterStream();
    private final CharacterStream stderr = new CharacterStream();
    private int events;

    /** Completed when the program has been let go: from then on there is a stream to write. */
    CompletableFuture<Void> whenStarted() {
        return started;
    }

    /** Says whose output this is; to be called once. */
    void of(Execution running) {
        execution.complete(running);
        CompletableFuture<?> unused = running.answer().whenComplete((answer, fault) -> waiting.end());
    }

    @Override
    public void started() {
        started.complete(null);
    }

    @Override
    public void wrote(Stream stream, byte[] bytes) {
        String text = (stream == Stream.STDOUT ? stdout : stderr).text(bytes);
        if (!text.isEmpty() && !waiting.put(event(stream, text))) {
            CompletableFuture<Void> unused = execution.thenAccept(Execution::cancel);
        }
    }

    /** Whoever is gone is heard of by what cannot be written, and his program is ended; an end of its own comes first. */
    @Override
    public void write(OutputStream out) throws IOException {
        Execution running = execution.join();
        try {
            send(out, event("started", JsonNodeFactory.instance.objectNode().put("id", running.id())));
            long lastComment = System.nanoTime();
            while (!waiting.isOver()) {
                send(out, waiting.take(Heartbeat.left(lastComment)));
                if (Heartbeat.left(lastComment) == 0) {
                    send(out, COMMENT);
                    lastComment = System.nanoTime();
                }
            }
            sendEnd(out, running);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("the server ends", ending);
        } finally {
            waiting.abandon();
            running.cancel();
        }
    }

    /** The program's own thread is done when there is an answer. A character that the limit has cut is not sent. */
    private void sendEnd(OutputStream out, Execution running) throws IOException {
        ExecutionResult result = Responses.resultOf(running.answer());
        if (result.conclusion().outcome() != Outcome.OUTPUT_EXCEEDED) {
            sendRest(out, Stream.STDOUT, stdout.rest());
            sendRest(out, Stream.STDERR, stderr.rest());
        }
        send(out, event("result", ResultJson.of(result)));
    }

    private void sendRest(OutputStream out, Stream stream, String rest) throws IOException {
        if (!rest.isEmpty()) {
            send(out, event(stream, rest));
        }
    }

    private byte[] event(Stream stream, String text) {
        JsonNode data =
                JsonNodeFactory.instance.objectNode().put("seq", events++).put("text", text);
        return event(stream == Stream.STDOUT ? "stdout" : "stderr", data);
    }

    private static byte[] event(String name, JsonNode data) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(("event: " + name + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
        event.writeBytes(JsonText.of(data));
        event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
        return event.toByteArray();
    }

    private static void send(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
