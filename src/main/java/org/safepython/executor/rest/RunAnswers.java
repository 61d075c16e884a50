package org.safepython.executor.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.safepython.executor.Execution;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.http.Heartbeat;
import org.safepython.executor.http.Peer;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;
import org.safepython.executor.sandbox.ProgramEvents;

/**
 * Runs programs and gives the answers in the form that was asked for. The threads that run programs write no answer: a
 * slow reader holds up no program. Thread safe.
 */
@Singleton
class RunAnswers {
    private final ExecutionService service;
    private final Outbox outbox;

    @Inject
    RunAnswers(ExecutionService service, Outbox outbox) {
        this.service = service;
        this.outbox = outbox;
    }

    /** Waits until there is an answer, or one to begin with; a client who leaves before gives its place up. */
    Response give(AnswerForm form, ExecutionRequest request, long received, Peer peer) {
        return switch (form) {
            case JSON -> json(request, received, peer);
            case RAW -> raw(request, received, peer);
            case STREAM -> stream(request, received, peer);
        };
    }

    private Response raw(ExecutionRequest request, long received, Peer peer) {
        return whole(begun(request, received, peer), true);
    }

    private Response json(ExecutionRequest request, long received, Peer peer) {
        Execution execution = begun(request, received, peer);
        return Heartbeat.awaits(execution.answer())
                ? whole(execution, false)
                : Responses.flowing(new PatientJson(execution), MediaType.APPLICATION_JSON_TYPE);
    }

    private Execution begun(ExecutionRequest request, long received, Peer peer) {
        Start start = new Start(new CompletableFuture<>());
        Execution execution = service.execute(request, received, start);
        await(execution, start.future(), peer);
        return execution;
    }

    /** What comes before the start is a plain answer. */
    private Response stream(ExecutionRequest request, long received, Peer peer) {
        EventStream stream = new EventStream();
        Execution execution = service.execute(request, received, stream);
        stream.of(execution);
        await(execution, stream.whenStarted(), peer);
        return stream.whenStarted().isDone()
                ? Responses.flowing(stream, MediaType.SERVER_SENT_EVENTS_TYPE)
                : whole(execution, false);
    }

    /** Waits for the start or the answer. Nothing can be written before, and so a departure is not heard of but seen. */
    private static void await(Execution execution, CompletableFuture<Void> started, Peer peer) {
        peer.await(CompletableFuture.anyOf(execution.answer(), started), execution::cancel);
    }

    private Response whole(Execution execution, boolean raw) {
        try {
            return Responses.of(execution.answer().join(), raw, outbox);
        } catch (CancellationException left) {
            throw new ProblemException(
                    Problem.of(ProblemType.MALFORMED_REQUEST, "The connection was closed before the program's turn."));
        } catch (CompletionException logged) {
            throw new ProblemException(
                    Problem.of(ProblemType.INTERNAL, "This was our fault; the operator's log says more."));
        }
    }

    /** Waits for the start of a program, and hears nothing else of it. */
    private record Start(CompletableFuture<Void> future) implements ProgramEvents {
        @Override
        public void started() {
            future.complete(null);
        }

        @Override
        public void wrote(Stream stream, byte[] bytes) {}
    }
}
