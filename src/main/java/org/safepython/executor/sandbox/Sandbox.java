package org.safepython.executor.sandbox;

import java.util.Optional;

/** Gives out cells, each for one program. Thread safe. */
public interface Sandbox {
    /**
     * Gives a fresh cell that is ready for its program. Blocks until it is.
     *
     * @throws SandboxUnavailableException where the engine or the image cannot give one now
     */
    Cell lease() throws SandboxUnavailableException;

    /** Why no cell can be had now; empty where one can. */
    Optional<String> impediment();

    /** Removes what earlier failures, or a predecessor that was killed, left behind. Cheap where nothing did. */
    void tidy();
}
