package org.safepython.executor.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.safepython.executor.Answer;
import org.safepython.executor.http.Heartbeat;
import org.safepython.executor.http.JsonText;

/**
 * Writes the result of a program that still runs: a space at a time while there is none, which JSON allows, and so hears
 * of a client that has left.
 *
 * @param answer what becomes of it
 * @param whenOver what to do when all is written, or the client has left
 */
record PatientJson(CompletableFuture<Answer> answer, Runnable whenOver) implements StreamingOutput {
    @Override
    public void write(OutputStream out) throws IOException {
        try {
            do {
                out.write(' ');
                out.flush();
            } while (!Heartbeat.awaits(answer));
            Outbox.write(JsonText.of(ResultJson.of(Responses.resultOf(answer))), out);
        } finally {
            whenOver.run();
        }
    }
}
