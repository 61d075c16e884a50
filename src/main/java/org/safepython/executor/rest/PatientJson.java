package org.safepython.executor.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.safepython.executor.Execution;
import org.safepython.executor.http.JsonText;

/**
 * Writes the result of a program that still runs: a space at a time while there is none, which JSON allows, and so hears
 * of a client that has left. Its program is ended then.
 */
record PatientJson(Execution execution) implements StreamingOutput {
    @Override
    public void write(OutputStream out) throws IOException {
        try {
            do {
                out.write(' ');
                out.flush();
            } while (!Heartbeat.awaits(execution.answer()));
            out.write(JsonText.of(ResultJson.of(Responses.resultOf(execution))));
            out.flush();
        } catch (IOException gone) {
            execution.cancel();
            throw gone;
        }
    }
}
