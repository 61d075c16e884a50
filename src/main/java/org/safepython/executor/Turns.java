package org.safepython.executor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.SandboxUnavailableException;

/** Takes the turn of a request: gets a cell, has the program run there, and answers. Thread safe. */
final class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class.getName());
    private static final String NOT_STARTED = "its container ended before it began";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration RUNNER_PATIENCE = Duration.ofSeconds(10);

    /** Cells for one program: a container may be killed between the last look at it and the hand-over. */
    private static final int MOST_CELLS = 3;

    private final Sandbox sandbox;
    private final ScheduledExecutorService deadlines;
    private final MonotonicClock clock;
    private final Disagreements disagreements;
    private final long outputLimit;
    private final BooleanSupplier closing;

    Turns(
            Sandbox sandbox,
            ScheduledExecutorService deadlines,
            MonotonicClock clock,
            Disagreements disagreements,
            long outputLimit,
            BooleanSupplier closing) {
        this.sandbox = sandbox;
        this.deadlines = deadlines;
        this.clock = clock;
        this.disagreements = disagreements;
        this.outputLimit = outputLimit;
        this.closing = closing;
    }

    /** Blocks until the program and all of it is gone; the answer is there before that. */
    void take(Ticket ticket, long admitted) {
        boolean over = false;
        for (int cells = 1; !over; cells++) {
            over = takeCell(ticket, admitted, cells);
        }
    }

    /** The execution waits until there is a cell: patience, client and the server's end may still answer it. */
    private boolean takeCell(Ticket ticket, long admitted, int cells) {
        Execution execution = ticket.execution();
        try (Cell cell = sandbox.lease(ticket.request().language(), execution.answer())) {
            if (cells == 1 && !execution.admit()) {
                return true;
            }
            Optional<Answer> answer = run(ticket, cell, admitted);
            boolean over = answer.isPresent() || cells == MOST_CELLS || closing.getAsBoolean();
            if (over) {
                execution.answer().complete(answer.orElseGet(this::notStarted));
            }
            return over;
        } catch (CancellationException answered) {
            return true;
        } catch (SandboxUnavailableException unavailable) {
            execution.answer().complete(withoutCell(unavailable));
            return true;
        }
    }

    private Answer notStarted() {
        return closing.getAsBoolean() ? new Answer.ShuttingDown() : new Answer.Unavailable(NOT_STARTED, RETRY_AFTER);
    }

    private Answer withoutCell(SandboxUnavailableException unavailable) {
        if (closing.getAsBoolean()) {
            return new Answer.ShuttingDown();
        }
        LOG.warning(unavailable.getMessage());
        return Answer.without(unavailable.state());
    }

    /** Empty where the cell was gone before anybody heard that the program was let go: nothing of it was ever seen. */
    private Optional<Answer> run(Ticket ticket, Cell cell, long admitted) {
        ExecutionRequest request = ticket.request();
        long acquired = clock.nanos();
        Run run = new Run(cell, deadlines, request, outputLimit, ticket.listener());
        ticket.execution().enter(run);
        Ending ending = run.run(program(request));
        notice(ending, ticket);
        if (!run.hasStarted()) {
            return run.wasStopped() ? Optional.of(notStarted()) : Optional.empty();
        }
        return Optional.of(new Answer.Executed(new ExecutionResult(
                ticket.execution().id(),
                run.conclude(ending),
                run.stdout(),
                run.stderr(),
                ending instanceof Ending.Reported reported ? reported.usage() : Ending.Usage.UNKNOWN,
                Timings.between(ticket.received(), ticket.judged(), admitted, acquired, clock.nanos()),
                cell.guest(),
                request.preset().name())));
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
}
