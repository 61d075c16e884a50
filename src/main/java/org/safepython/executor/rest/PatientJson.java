package org.safepython.executor.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.safepython.executor.Execution;
import org.safepython.executor.http.JsonText;

/**
 * Writes the result of a program that still runs: a space at a time while there is none, which JSON allows, and so hears
 * of a client that has left. Its program is ended then.
 */
record PatientJson(Execution execution) implements StreamingOutput {
    /** How long an answer may take before it begins with spaces, and the time between them. */
    static final int PAUSE_MS = 500;

    @Override
    public void write(OutputStream out) throws IOException {
        try {
            while (!isDone()) {
                out.write(' ');
                out.flush();
            }
            out.write(JsonText.of(ResultJson.of(Responses.resultOf(execution))));
            out.flush();
        } catch (IOException gone) {
            execution.cancel();
            throw gone;
        }
    }

    private boolean isDone() throws IOException {
        try {
            execution.answer().handle((answer, fault) -> true).get(PAUSE_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("the server ends", ending);
        } catch (java.util.concurrent.ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }
}
