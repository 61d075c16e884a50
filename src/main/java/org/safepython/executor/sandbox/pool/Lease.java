package org.safepython.executor.sandbox.pool;

import java.util.concurrent.atomic.AtomicBoolean;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Guest;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.SandboxUnavailableException;

/** The right to one run in one cell. {@link #run} and {@link #close} belong to one thread. */
final class Lease implements Cell {
    private final WarmCell cell;
    private final CellPool pool;
    private final AtomicBoolean used = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean emptied;

    Lease(WarmCell cell, CellPool pool) {
        this.cell = cell;
        this.pool = pool;
    }

    @Override
    public Ending run(Program program, ProgramEvents events) {
        if (used.getAndSet(true)) {
            throw new IllegalStateException("a cell is used once");
        }
        Ending ending = cell.run(program, events);
        emptied = ending instanceof Ending.Reported;
        return ending;
    }

    @Override
    public void stop() {
        cell.stop();
    }

    @Override
    public void kill() {
        cell.kill();
    }

    @Override
    public Guest guest() {
        return cell.guest();
    }

    @Override
    public boolean isLogged() throws SandboxUnavailableException {
        return cell.isLogged();
    }

    /** Where the program's end was reported it is gone, and the rest can wait; else all goes now. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            if (!emptied || !pool.removeLater(cell)) {
                cell.close();
            }
        } finally {
            pool.end();
        }
    }
}
