package org.safepython.executor.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.safepython.executor.Answer;
import org.safepython.executor.CapturedOutput;
import org.safepython.executor.Execution;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.http.Heartbeat;
import org.safepython.executor.http.Peer;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.settings.Settings;

/**
 * Runs programs and gives the answers in the form that was asked for. The threads that run programs write no answer: a
 * slow reader holds up no program. Thread safe.
 */
@Singleton
class RunAnswers {
    private final ExecutionService service;
    private final Settings settings;
    private final Repeats repeats;
    private final Outbox outbox;

    @Inject
    RunAnswers(ExecutionService service, Settings settings, Repeats repeats, Outbox outbox) {
        this.service = service;
        this.settings = settings;
        this.repeats = repeats;
        this.outbox = outbox;
    }

    /**
     * Waits until there is an answer, or one to begin with. A client who leaves before gives its place up, and its program
     * is ended; one that has given its request a key may come back for the answer. Streams are not kept.
     */
    Response give(AnswerForm form, Optional<Repeat> repeat, ExecutionRequest request, long received, Peer peer) {
        if (form == AnswerForm.STREAM) {
            return stream(request, received, peer);
        }
        Start start = new Start(new CompletableFuture<>());
        if (repeat.isPresent()) {
            CompletableFuture<Answer> answer = repeats.once(
                    repeat.get(),
                    form == AnswerForm.RAW ? settings.outputBytes() : 2 * CapturedOutput.MOST_BYTES,
                    () -> service.execute(request, received, start).answer());
            return begun(form, answer, start, peer, () -> {});
        }
        Execution execution = service.execute(request, received, start);
        return begun(form, execution.answer(), start, peer, execution::cancel);
    }

    private Response begun(
            AnswerForm form, CompletableFuture<Answer> answer, Start start, Peer peer, Runnable whenLeft) {
        await(answer, start.future(), peer, whenLeft);
        return form == AnswerForm.RAW || Heartbeat.awaits(answer)
                ? whole(answer, form == AnswerForm.RAW)
                : Responses.flowing(new PatientJson(answer, whenLeft), MediaType.APPLICATION_JSON_TYPE);
    }

    /** What comes before the start is a plain answer. */
    private Response stream(ExecutionRequest request, long received, Peer peer) {
        EventStream stream = new EventStream();
        Execution execution = service.execute(request, received, stream);
        stream.of(execution);
        await(execution.answer(), stream.whenStarted(), peer, execution::cancel);
        return stream.whenStarted().isDone()
                ? Responses.flowing(stream, MediaType.SERVER_SENT_EVENTS_TYPE)
                : whole(execution.answer(), false);
    }

    /** Waits for the start or the answer. Nothing can be written before, and so a departure is not heard of but seen. */
    private static void await(
            CompletableFuture<Answer> answer, CompletableFuture<Void> started, Peer peer, Runnable whenLeft) {
        peer.await(CompletableFuture.anyOf(answer, started), whenLeft);
    }

    private Response whole(CompletableFuture<Answer> answer, boolean raw) {
        try {
            return Responses.of(answer.join(), raw, outbox);
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
