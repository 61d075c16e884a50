package org.safepython.executor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.permits.Permit;
import org.safepython.executor.policy.CodePolicy;
import org.safepython.executor.policy.Verdict;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Settings;

/**
 * Judges a program, waits for its turn, runs it in a cell of its own under a deadline, and says what became of it. Thread
 * safe.
 */
@Singleton
public class ExecutionService {
    private static final Logger LOG = Logger.getLogger(ExecutionService.class.getName());
    private static final String NOT_STARTED = "its container ended before it began";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration BUILD = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration LAST_REPORTS = Duration.ofSeconds(3);
    private static final Duration RUNNER_PATIENCE = Duration.ofSeconds(10);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final CodePolicy policy;
    private final Sandbox sandbox;
    private final Admission admission;
    private final ExecutorService threads;
    private final ScheduledExecutorService deadlines;
    private final MonotonicClock clock;
    private final Disagreements disagreements;
    private final Duration queueWait;
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
        this.admission = new Admission(settings);
        this.queueWait = settings.queueWait();
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
     * Judges and runs. The answer is there when the program has ended, its container may still be on its way out.
     *
     * @param received when the request came in, by the service's clock
     * @param listener hears of the program while it runs, on the thread that runs it, which it must not hold up
     */
    public Execution execute(ExecutionRequest request, long received, ProgramEvents listener) {
        Verdict verdict = check(request);
        Execution execution = new Execution(newId());
        Ticket ticket = new Ticket(execution, request, listener, received, clock.nanos());
        if (verdict instanceof Verdict.Judged judged && !judged.accepted()) {
            execution.refuse(new Answer.Refused(judged.violations()));
        } else if (closing) {
            execution.refuse(new Answer.ShuttingDown());
        } else if (verdict instanceof Verdict.Overloaded) {
            execution.refuse(new Answer.Busy(admission.retryAfter()));
        } else if (verdict instanceof Verdict.ShareUsedUp) {
            execution.refuse(new Answer.ShareUsedUp(admission.retryAfter()));
        } else {
            queue(ticket);
        }
        return execution;
    }

    /** Ends a running program; false where there is none of that id. */
    public boolean cancel(String id) {
        Optional<Execution> found = Optional.ofNullable(executions.get(id));
        found.ifPresent(Execution::cancel);
        return found.isPresent();
    }

    private void queue(Ticket ticket) {
        Execution execution = ticket.execution();
        Alarm patience =
                Alarm.in(queueWait, () -> execution.refuse(new Answer.Busy(admission.retryAfter())), deadlines);
        executions.put(execution.id(), execution);
        CompletableFuture<Answer> unused = execution.answer().whenComplete((answer, left) -> {
            executions.remove(execution.id());
            patience.cancel();
        });
        admission
                .apply(ticket.request().client(), execution, permit -> dispatch(ticket, permit))
                .ifPresent(execution::refuse);
    }

    private void dispatch(Ticket ticket, Permit permit) {
        try {
            threads.execute(() -> takeTurn(ticket, permit));
        } catch (RejectedExecutionException ending) {
            permit.close();
            ticket.execution().refuse(new Answer.ShuttingDown());
        } catch (RuntimeException | Error noThread) {
            permit.close();
            fail(ticket, noThread);
        }
    }

    private void takeTurn(Ticket ticket, Permit permit) {
        try (permit) {
            long admitted = clock.nanos();
            if (closing) {
                ticket.execution().refuse(new Answer.ShuttingDown());
            } else if (ticket.execution().admit()) {
                runInCell(ticket, admitted);
            }
            admission.kept(clock.nanos() - admitted);
        } catch (RuntimeException | Error fault) {
            fail(ticket, fault);
        }
    }

    private static void fail(Ticket ticket, Throwable fault) {
        Execution execution = ticket.execution();
        LOG.log(Level.SEVERE, fault, () -> "Run " + execution.id() + " failed");
        execution.answer().completeExceptionally(fault);
    }

    /** Completes the answer before the cell is closed: nobody waits for the removal of a container. */
    private void runInCell(Ticket ticket, long admitted) {
        CompletableFuture<Answer> answer = ticket.execution().answer();
        try (Cell cell = sandbox.lease(ticket.request().language())) {
            answer.complete(run(ticket, cell, admitted));
        } catch (SandboxUnavailableException unavailable) {
            LOG.warning(unavailable.getMessage());
            answer.complete(notStarted(unavailable.state()));
        }
    }

    private static Answer notStarted(GuestState state) {
        return state instanceof GuestState.Preparing
                ? new Answer.Preparing(BUILD)
                : new Answer.Unavailable(state.impediment().orElseThrow(), RETRY_AFTER);
    }

    private Answer run(Ticket ticket, Cell cell, long admitted) {
        ExecutionRequest request = ticket.request();
        long acquired = clock.nanos();
        Run run = new Run(cell, deadlines, request, outputLimit, ticket.listener());
        ticket.execution().enter(run);
        Ending ending = run.run(program(request));
        notice(ending, ticket);
        if (!run.hasStarted()) {
            return closing ? new Answer.ShuttingDown() : new Answer.Unavailable(NOT_STARTED, RETRY_AFTER);
        }
        return new Answer.Executed(new ExecutionResult(
                ticket.execution().id(),
                run.conclude(ending),
                run.stdout(),
                run.stderr(),
                ending instanceof Ending.Reported reported ? reported.usage() : Ending.Usage.UNKNOWN,
                Timings.between(ticket.received(), ticket.judged(), admitted, acquired, clock.nanos()),
                cell.guest(),
                request.preset().name()));
    }

    private void notice(Ending ending, Ticket ticket) {
        if (ending instanceof Ending.Reported reported
                && reported.remark() == Ending.Remark.REFUSED_BY_COMPILER
                && ticket.request().preset().parses()) {
            disagreements.report(ticket.execution().id());
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

    /** Whether no new work is taken any more. */
    public boolean isClosing() {
        return closing;
    }

    /** Takes no new work, gives running programs a moment, then ends them. May be called again. */
    public void close() {
        closing = true;
        executions.values().forEach(execution -> execution.refuse(new Answer.ShuttingDown()));
        try {
            if (!admission.awaitIdle(FAREWELL)) {
                executions.values().forEach(execution -> {
                    execution.refuse(new Answer.ShuttingDown());
                    execution.stop(Outcome.LOST);
                });
                admission.awaitIdle(LAST_REPORTS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private record Ticket(
            Execution execution, ExecutionRequest request, ProgramEvents listener, long received, long judged) {}
}
