package org.safepython.executor.sandbox.pool;

import org.safepython.executor.sandbox.Cell;

/** A cell that can wait for its program. */
public interface WarmCell extends Cell {
    /** Whether a program could run here now. Does not wait; not to be asked once a program was handed over. */
    boolean isFit();

    /** Removes all that is left of the cell, the program included. Blocks until it is gone. Never throws. */
    @Override
    void close();
}
