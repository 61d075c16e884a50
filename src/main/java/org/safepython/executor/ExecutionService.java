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
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.settings.Settings;

/**
 * Judges a program, waits for its turn, runs it in a cell of its own under a deadline, and says what became of it. Thread
 * safe.
 */
@Singleton
public class ExecutionService {
    private static final Logger LOG = Logger.getLogger(ExecutionService.class.getName());
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration LAST_REPORTS = Duration.ofSeconds(3);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final CodePolicy policy;
    private final Sandbox sandbox;
    private final Gate gate;
    private final Admission admission;
    private final ExecutorService threads;
    private final ScheduledExecutorService deadlines;
    private final MonotonicClock clock;
    private final Turns turns;
    private final Journal journal;
    private final Duration queueWait;
    private volatile boolean closing;

    @Inject
    public ExecutionService(
            CodePolicy policy,
            Sandbox sandbox,
            Gate gate,
            Settings settings,
            @Runs ExecutorService threads,
            @Deadlines ScheduledExecutorService deadlines,
            MonotonicClock clock,
            Disagreements disagreements,
            Journal journal) {
        this.policy = policy;
        this.sandbox = sandbox;
        this.gate = gate;
        this.admission = new Admission(settings, sandbox);
        this.queueWait = settings.queueWait();
        this.threads = threads;
        this.deadlines = deadlines;
        this.clock = clock;
        this.journal = journal;
        this.turns = new Turns(sandbox, deadlines, clock, disagreements, settings.outputBytes(), this::isClosing);
    }

    /** Judges only. */
    public Verdict check(ExecutionRequest request) {
        Verdict verdict = judge(request);
        journal.judged(verdict);
        return verdict;
    }

    private Verdict judge(ExecutionRequest request) {
        return policy.judge(
                request.code(),
                request.preset(),
                request.language(),
                request.client().name());
    }

    /**
     * Judges and runs, where the gate is open. The answer is there when the program has ended, its container may still be
     * on its way out.
     *
     * @param received when the request came in, by the service's clock
     * @param listener hears of the program while it runs, on the thread that runs it, which it must not hold up
     */
    public Execution execute(ExecutionRequest request, long received, ProgramEvents listener) {
        Ticket ticket = ticket(request, check(request), received, listener, false);
        note(ticket.execution(), request);
        gate.objection(request.language()).ifPresent(ticket.execution()::refuse);
        queue(ticket);
        return ticket.execution();
    }

    /** The same for a program of our own, whatever the gate says: it may be what proves that the gate may open. */
    public Execution executeOwn(ExecutionRequest request) {
        Ticket ticket = ticket(request, judge(request), clock.nanos(), ProgramEvents.UNHEARD, true);
        queue(ticket);
        return ticket.execution();
    }

    private void note(Execution execution, ExecutionRequest request) {
        CompletableFuture<Answer> unused = execution.answer().whenComplete((answer, fault) -> {
            if (answer != null) {
                journal.answered(execution.id(), request, answer);
            } else if (execution.answer().isCancelled()) {
                journal.left(execution.id(), request);
            } else {
                journal.failed(execution.id(), request);
            }
        });
    }

    private Ticket ticket(
            ExecutionRequest request, Verdict verdict, long received, ProgramEvents listener, boolean isOwn) {
        Execution execution = new Execution(newId());
        Ticket ticket = new Ticket(execution, request, listener, received, clock.nanos(), isOwn);
        if (verdict instanceof Verdict.Judged judged && !judged.accepted()) {
            execution.refuse(new Answer.Refused(judged.violations()));
        } else if (closing) {
            execution.refuse(new Answer.ShuttingDown());
        } else if (verdict instanceof Verdict.Overloaded) {
            execution.refuse(new Answer.Busy(retryAfter(request)));
        } else if (verdict instanceof Verdict.ShareUsedUp) {
            execution.refuse(new Answer.ShareUsedUp(retryAfter(request)));
        }
        return ticket;
    }

    /** Ends a running program; false where there is none of that id. */
    public boolean cancel(String id) {
        Optional<Execution> found = Optional.ofNullable(executions.get(id));
        found.ifPresent(Execution::cancel);
        return found.isPresent();
    }

    /** What has been refused has its answer. */
    private void queue(Ticket ticket) {
        Execution execution = ticket.execution();
        if (execution.answer().isDone()) {
            return;
        }
        ExecutionRequest request = ticket.request();
        executions.put(execution.id(), execution);
        CompletableFuture<Answer> unused =
                execution.answer().whenComplete((answer, left) -> executions.remove(execution.id()));
        admission.apply(request, execution, permit -> dispatch(ticket, permit)).ifPresent(execution::refuse);
        // Set last: a program that need not wait is on its way by now.
        setPatience(execution, request);
    }

    private void setPatience(Execution execution, ExecutionRequest request) {
        try {
            Alarm patience =
                    Alarm.in(queueWait, () -> execution.refuse(new Answer.Busy(retryAfter(request))), deadlines);
            CompletableFuture<Answer> unused = execution.answer().whenComplete((answer, left) -> patience.cancel());
        } catch (RejectedExecutionException ending) {
            execution.refuse(new Answer.ShuttingDown());
            execution.stop(Outcome.LOST);
        }
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
            Optional<Answer> objection = ticket.isOwn()
                    ? Optional.empty()
                    : gate.objection(ticket.request().language());
            if (closing) {
                ticket.execution().refuse(new Answer.ShuttingDown());
            } else if (objection.isPresent()) {
                // A wall has been found missing while it waited.
                ticket.execution().refuse(objection.get());
            } else {
                turns.take(ticket, admitted);
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

    private Duration retryAfter(ExecutionRequest request) {
        return admission.retryAfter(request.language());
    }

    private String newId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Requests that wait for their turn now. */
    public int waiting() {
        return admission.waiting();
    }

    /** Programs that run now, those of our own included. */
    public int running() {
        return admission.running();
    }

    /** Whether no new work is taken any more. */
    public boolean isClosing() {
        return closing;
    }

    /** Takes no new work, gives running programs a moment, then ends them. May be called again. */
    public void close() {
        closing = true;
        executions.values().forEach(execution -> execution.refuse(new Answer.ShuttingDown()));
        sandbox.retire();
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
}
