package org.safepython.executor.sandbox;

import org.safepython.executor.settings.Language;

/** Gives out cells, each for one program. Thread safe. */
public interface Sandbox {
    /**
     * Gives a fresh cell that is ready for its program. Blocks until it is.
     *
     * @throws SandboxUnavailableException where none can be had now; {@link #state} says what that means for clients
     */
    Cell lease(Language language) throws SandboxUnavailableException;

    /** Whether a cell for the language can be had now. */
    GuestState state(Language language);

    /** Begins to make what a language lacks, where the operator has said how. Does not wait; to be called once or more. */
    void prepare(Language language);

    /** Removes what earlier failures, or a predecessor that was killed, left behind. Cheap where nothing did. */
    void tidy();
}
