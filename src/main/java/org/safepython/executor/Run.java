package org.safepython.executor;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.ProgramEvents;

/**
 * One program on its way through a cell. What ends it is decided once, by whoever comes first to {@link #cause}: the
 * deadline, the output limit, a client, the server's end, or the report of the end itself. {@link #stop} may come from any
 * thread; the rest belongs to the thread that runs the program.
 */
final class Run implements ProgramEvents {
    /** How long the runner may take to report after it was told to stop. */
    private static final Duration GRACE = Duration.ofMillis(200);

    /** How long a program may take to be let go after it was handed over. */
    private static final Duration HAND_OVER = Duration.ofSeconds(10);

    private final Cell cell;
    private final ScheduledExecutorService deadlines;
    private final ProgramEvents listener;
    private final Duration timeout;
    private final long outputLimit;
    private final AtomicReference<Outcome> cause = new AtomicReference<>();
    private final StreamCapture stdout;
    private final StreamCapture stderr = StreamCapture.ends();
    private final AtomicReference<Alarm> alarm = new AtomicReference<>();
    private long written;
    private boolean started;

    Run(
            Cell cell,
            ScheduledExecutorService deadlines,
            ExecutionRequest request,
            long outputLimit,
            ProgramEvents listener) {
        this.cell = cell;
        this.listener = listener;
        this.deadlines = deadlines;
        this.timeout = request.timeout();
        this.stdout = request.merged() ? StreamCapture.whole(outputLimit) : StreamCapture.ends();
        this.outputLimit = outputLimit;
    }

    /** Runs the program to its end and says how it ended. */
    Ending run(Program program) {
        setAlarm(() -> stop(Outcome.LOST), HAND_OVER);
        killIfStopped();
        Ending ending = cell.run(program, this);
        // Rivals: deadline and client. Where they were first, their cause stays.
        cause.compareAndSet(null, Outcome.COMPLETED);
        cancel(alarm.getAndSet(null));
        return ending;
    }

    /** Ends the program for a cause, where nothing has ended it before. */
    void stop(Outcome why) {
        if (!cause.compareAndSet(null, why)) {
            return;
        }
        cell.stop();
        killIfStopped();
    }

    /** Rivals may have set another alarm meanwhile: whoever sets one looks again. */
    private void killIfStopped() {
        if (cause.get() != null) {
            setAlarm(cell::kill, GRACE);
        }
    }

    @Override
    public void started() {
        started = true;
        setAlarm(() -> stop(Outcome.TIMED_OUT), timeout);
        killIfStopped();
        listener.started();
    }

    @Override
    public void wrote(Stream stream, byte[] bytes) {
        (stream == Stream.STDOUT ? stdout : stderr).add(bytes);
        long room = outputLimit - written;
        written += bytes.length;
        if (written > outputLimit) {
            stop(Outcome.OUTPUT_EXCEEDED);
        }
        if (room > 0) {
            listener.wrote(stream, room >= bytes.length ? bytes : Arrays.copyOf(bytes, (int) room));
        }
    }

    /** Whether the program was let go; for the thread that runs it. */
    boolean hasStarted() {
        return started;
    }

    /** Whether something else than the report of its end has ended it. */
    boolean wasStopped() {
        return cause.get() != Outcome.COMPLETED;
    }

    CapturedOutput stdout() {
        return stdout.output();
    }

    CapturedOutput stderr() {
        return stderr.output();
    }

    /** What became of the program, by the first cause and the evidence. */
    Conclusion conclude(Ending ending) {
        Outcome first = cause.get();
        if (first != Outcome.COMPLETED) {
            return Conclusion.ended(first == null ? Outcome.LOST : first);
        }
        if (ending instanceof Ending.Reported reported) {
            return conclude(reported);
        }
        boolean memory = ending instanceof Ending.Vanished vanished && vanished.killedForMemory();
        return Conclusion.ended(memory ? Outcome.MEMORY_EXCEEDED : Outcome.LOST);
    }

    private static Conclusion conclude(Ending.Reported reported) {
        if (reported.remark() == Ending.Remark.KILLED_FOR_MEMORY) {
            return Conclusion.ended(Outcome.MEMORY_EXCEEDED);
        }
        return reported.signal() == 0
                ? Conclusion.exited(reported.exitCode())
                : Conclusion.signalled(reported.signal());
    }

    private void setAlarm(Runnable task, Duration delay) {
        cancel(alarm.getAndSet(Alarm.in(delay, task, deadlines)));
    }

    private static void cancel(@Nullable Alarm previous) {
        if (previous != null) {
            previous.cancel();
        }
    }
}
