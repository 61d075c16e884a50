package org.safepython.executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.safepython.executor.policy.CodePolicy;
import org.safepython.executor.policy.Verdict;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Settings;

/**
 * Judges a program, waits for its turn, runs it in a cell of its own under a deadline, and says what became of it. Thread
 * safe.
 */
@Singleton
public class ExecutionService {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration BUILD = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration LAST_REPORTS = Duration.ofSeconds(3);
    private static final Duration RUNNER_PATIENCE = Duration.ofSeconds(10);

    private final SecureRandom random = new SecureRandom();
    private final Set<Run> running = ConcurrentHashMap.newKeySet();
    private final CodePolicy policy;
    private final Sandbox sandbox;
    private final Admission admission;
    private final ExecutorService threads;
    private final ScheduledExecutorService deadlines;
    private final MonotonicClock clock;
    private final Disagreements disagreements;
    private final long outputLimit;
    private volatile boolean closing;

    @Inject
    public ExecutionService(
            CodePolicy policy,
            Sandbox sandbox,
            Settings settings,
            @Runs ExecutorService threads,
            @Deadlines ScheduledExecutorService deadlines,
            MonotonicClock clock,
            Disagreements disagreements) {
        this.policy = policy;
        this.disagreements = disagreements;
        this.sandbox = sandbox;
        this.admission = new Admission(settings.parallelRuns(), settings.queue(), settings.queueWait());
        this.threads = threads;
        this.deadlines = deadlines;
        this.clock = clock;
        this.outputLimit = settings.outputBytes();
    }

    /** Judges only. */
    public Verdict check(ExecutionRequest request) {
        return policy.judge(request.code(), request.preset(), request.language(), request.client());
    }

    /**
     * Judges and runs. The future is completed when the program has ended, its container may still be on its way out.
     *
     * @param received when the request came in, by the service's clock
     */
    public CompletableFuture<Answer> execute(ExecutionRequest request, long received) {
        Verdict verdict = check(request);
        Ticket ticket = new Ticket(newId(), request, received, clock.nanos());
        if (verdict instanceof Verdict.Judged judged && !judged.accepted()) {
            return CompletableFuture.completedFuture(new Answer.Refused(judged.violations()));
        }
        if (closing) {
            return CompletableFuture.completedFuture(new Answer.ShuttingDown());
        }
        if (verdict instanceof Verdict.Overloaded || !admission.enter()) {
            return CompletableFuture.completedFuture(new Answer.Busy(RETRY_AFTER));
        }
        return dispatch(ticket);
    }

    private CompletableFuture<Answer> dispatch(Ticket ticket) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> waitAndRun(ticket, answer));
        } catch (RejectedExecutionException ending) {
            admission.leave();
            answer.complete(new Answer.ShuttingDown());
        }
        return answer;
    }

    private void waitAndRun(Ticket ticket, CompletableFuture<Answer> answer) {
        try {
            if (!admission.acquire()) {
                answer.complete(new Answer.Busy(RETRY_AFTER));
                return;
            }
            try {
                runInCell(ticket, answer);
            } finally {
                admission.release();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            answer.complete(new Answer.ShuttingDown());
        } catch (RuntimeException | Error fault) {
            answer.completeExceptionally(fault);
            throw fault;
        } finally {
            admission.leave();
        }
    }

    /** Completes the answer before the cell is closed: nobody waits for the removal of a container. */
    private void runInCell(Ticket ticket, CompletableFuture<Answer> answer) {
        if (closing) {
            answer.complete(new Answer.ShuttingDown());
            return;
        }
        long admitted = clock.nanos();
        try (Cell cell = sandbox.lease(ticket.request().language())) {
            answer.complete(new Answer.Executed(run(ticket, cell, admitted)));
        } catch (SandboxUnavailableException unavailable) {
            System.getLogger(ExecutionService.class.getName())
                    .log(System.Logger.Level.WARNING, unavailable.getMessage());
            answer.complete(notStarted(unavailable.state()));
        }
    }

    private static Answer notStarted(GuestState state) {
        return state instanceof GuestState.Preparing
                ? new Answer.Preparing(BUILD)
                : new Answer.Unavailable(state.impediment().orElseThrow(), RETRY_AFTER);
    }

    private ExecutionResult run(Ticket ticket, Cell cell, long admitted) {
        ExecutionRequest request = ticket.request();
        long acquired = clock.nanos();
        Run run = new Run(cell, deadlines, request, outputLimit);
        running.add(run);
        try {
            Ending ending = run.run(program(request));
            notice(ending, ticket);
            return new ExecutionResult(
                    ticket.id(),
                    run.conclude(ending),
                    run.stdout(),
                    run.stderr(),
                    ending instanceof Ending.Reported reported ? reported.usage() : Ending.Usage.UNKNOWN,
                    Timings.between(ticket.received(), ticket.judged(), admitted, acquired, clock.nanos()),
                    cell.guest(),
                    request.preset().name());
        } finally {
            running.remove(run);
        }
    }

    private void notice(Ending ending, Ticket ticket) {
        if (ending instanceof Ending.Reported reported
                && reported.remark() == Ending.Remark.REFUSED_BY_COMPILER
                && ticket.request().preset().parses()) {
            disagreements.report(ticket.id());
        }
    }

    private static Program program(ExecutionRequest request) {
        return new Program(
                request.code().utf8(),
                request.stdin(),
                request.args(),
                request.merged(),
                request.timeout().plus(RUNNER_PATIENCE));
    }

    private String newId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Takes no new work, gives running programs a moment, then ends them. */
    void close(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        closing = true;
        try {
            if (!admission.awaitIdle(FAREWELL)) {
                running.forEach(run -> run.stop(Outcome.LOST));
                admission.awaitIdle(LAST_REPORTS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private record Ticket(String id, ExecutionRequest request, long received, long judged) {}
}
