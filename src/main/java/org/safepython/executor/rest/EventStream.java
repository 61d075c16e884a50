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

    @Override
    public void write(OutputStream out) throws IOException {
        Execution running = execution.join();
        try {
            send(out, event("started", JsonNodeFactory.instance.objectNode().put("id", running.id())));
            while (!waiting.isOver()) {
                byte[] next = waiting.take(Heartbeat.MILLIS);
                send(out, next.length == 0 ? COMMENT : next);
            }
            sendEnd(out, running);
        } catch (IOException gone) {
            waiting.abandon();
            running.cancel();
            throw gone;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("the server ends", ending);
        }
    }

    /** The program's own thread is done when there is an answer. */
    private void sendEnd(OutputStream out, Execution running) throws IOException {
        String restOfStdout = stdout.rest();
        String restOfStderr = stderr.rest();
        if (!restOfStdout.isEmpty()) {
            send(out, event(Stream.STDOUT, restOfStdout));
        }
        if (!restOfStderr.isEmpty()) {
            send(out, event(Stream.STDERR, restOfStderr));
        }
        send(out, event("result", ResultJson.of(Responses.resultOf(running))));
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
