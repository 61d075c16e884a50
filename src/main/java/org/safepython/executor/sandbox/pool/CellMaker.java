package org.safepython.executor.sandbox.pool;

import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Language;

/** Makes cells. Thread safe. */
@FunctionalInterface
public interface CellMaker {
    /** Makes a cell that is ready for its program. Blocks until it is. */
    WarmCell make(Language language) throws SandboxUnavailableException;
}
