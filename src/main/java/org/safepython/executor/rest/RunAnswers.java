package org.safepython.executor.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.safepython.executor.Answer;
import org.safepython.executor.Answers;
import org.safepython.executor.Deadlines;
import org.safepython.executor.Execution;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.sandbox.ProgramEvents;

/**
 * Runs programs and gives the answers in the form that was asked for. Answers are written by threads that have nothing
 * else to do: a slow reader holds up no program. Thread safe.
 */
@Singleton
class RunAnswers {
    private final ExecutionService service;
    private final ExecutorService threads;
    private final ScheduledExecutorService deadlines;

    @Inject
    RunAnswers(
            ExecutionService service, @Answers ExecutorService threads, @Deadlines ScheduledExecutorService deadlines) {
        this.service = service;
        this.threads = threads;
        this.deadlines = deadlines;
    }

    void give(AnswerForm form, ExecutionRequest request, long received, AsyncResponse response) {
        switch (form) {
            case JSON -> json(request, received, response);
            case RAW -> raw(request, received, response);
            case STREAM -> stream(request, received, response);
        }
    }

    private void raw(ExecutionRequest request, long received, AsyncResponse response) {
        Execution execution = service.execute(request, received, ProgramEvents.UNHEARD);
        respond(
                execution,
                new CompletableFuture<>(),
                response,
                () -> Responses.of(answered(execution).orElseThrow(), true));
    }

    private void json(ExecutionRequest request, long received, AsyncResponse response) {
        Start start = new Start(new CompletableFuture<>());
        Execution execution = service.execute(request, received, start);
        respond(
                execution,
                start.future().thenCompose(begun -> pause()),
                response,
                () -> answered(execution)
                        .map(answer -> Responses.of(answer, false))
                        .orElseGet(
                                () -> Responses.flowing(new PatientJson(execution), MediaType.APPLICATION_JSON_TYPE)));
    }

    /** What comes before the start is a plain answer. */
    private void stream(ExecutionRequest request, long received, AsyncResponse response) {
        EventStream stream = new EventStream();
        Execution execution = service.execute(request, received, stream);
        stream.of(execution);
        respond(
                execution,
                stream.whenStarted(),
                response,
                () -> answered(execution)
                        .filter(answer -> !(answer instanceof Answer.Executed))
                        .map(answer -> Responses.of(answer, false))
                        .orElseGet(() -> Responses.flowing(stream, MediaType.SERVER_SENT_EVENTS_TYPE)));
    }

    /** Responds when there is an answer, or one to begin with. */
    private void respond(
            Execution execution, CompletableFuture<?> beginning, AsyncResponse response, Supplier<Response> what) {
        Future<?> unused = CompletableFuture.anyOf(execution.answer(), beginning)
                .whenCompleteAsync(
                        (either, fault) -> {
                            if (execution.answer().isCancelled()) {
                                response.cancel();
                            } else {
                                resume(response, what);
                            }
                        },
                        threads);
    }

    private static void resume(AsyncResponse response, Supplier<Response> what) {
        try {
            response.resume(what.get());
        } catch (RuntimeException fault) {
            response.resume(fault);
        }
    }

    private static Optional<Answer> answered(Execution execution) {
        return execution.answer().isDone() ? Optional.of(execution.answer().join()) : Optional.empty();
    }

    private CompletableFuture<Void> pause() {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Future<?> unused = deadlines.schedule(() -> over.complete(null), PatientJson.PAUSE_MS, TimeUnit.MILLISECONDS);
        return over;
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
