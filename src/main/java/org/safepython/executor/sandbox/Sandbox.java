package org.safepython.executor.sandbox;

import java.util.concurrent.CompletableFuture;
import org.safepython.executor.settings.Language;

/** Gives out cells, each for one program. Thread safe. */
public interface Sandbox {
    /**
     * Gives a fresh cell that is ready for its program: one that was waiting, or the next that is made; those who wait get
     * theirs in the order in which they came. Blocks until then.
     *
     * @param needless completed where no cell is needed any more
     * @throws SandboxUnavailableException where none can be had now; {@link #state} says what that means for clients
     * @throws java.util.concurrent.CancellationException where none was needed any more before there was one
     */
    Cell lease(Language language, CompletableFuture<?> needless) throws SandboxUnavailableException;

    /** The same for who needs one whatever happens. */
    default Cell lease(Language language) throws SandboxUnavailableException {
        return lease(language, new CompletableFuture<>());
    }

    /**
     * What keeps the cells.
     *
     * @throws SandboxUnavailableException where it does not say
     */
    Keeper keeper() throws SandboxUnavailableException;

    /**
     * A number that is another when what keeps the cells has begun anew since the last look, and the same while it cannot be
     * reached.
     */
    int keeperLife();

    /** Whether a cell for the language can be had now. */
    GuestState state(Language language);

    /** How many cells of the language wait, and how fast there are more. Asks nobody. */
    Supply supply(Language language);

    /**
     * Begins to make what a language lacks: its image, where the operator has said how, then cells that wait. Does not
     * wait; to be called once or more.
     */
    void prepare(Language language);

    /**
     * Removes what earlier failures, or a predecessor that was killed, left behind, and waiting cells that are no longer
     * good. Cheap where there is nothing to do.
     */
    void tidy();

    /** Gives out no more cells and begins to remove those that wait. Does not wait; leased ones stay with who has them. */
    void retire();
}
