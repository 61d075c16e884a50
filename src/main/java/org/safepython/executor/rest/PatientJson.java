package org.safepython.executor.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.safepython.executor.Execution;
import org.safepython.executor.http.Heartbeat;
import org.safepython.executor.http.JsonText;

/**
 * Writes the result of a program that still runs: a space at a time while there is none, which JSON allows, and so hears
 * of a client that has left. His program is ended then; one that has ended is left alone.
 */
record PatientJson(Execution execution) implements StreamingOutput {
    @Override
    public void write(OutputStream out) throws IOException {
        try {
            do {
                out.write(' ');
                out.flush();
            } while (!Heartbeat.awaits(execution.answer()));
            Outbox.write(JsonText.of(ResultJson.of(Responses.resultOf(execution))), out);
        } finally {
            execution.cancel();
        }
    }
}
