package org.safepython.executor.sandbox;

/** The place of one program, used once. {@link #stop} and {@link #kill} may come from any thread. */
public interface Cell extends AutoCloseable {
    /**
     * Runs the program and blocks until it has ended, whatever the cause. Never throws for what a program or the engine
     * does. To be called once.
     */
    Ending run(Program program, ProgramEvents events);

    /** Asks for the end of the program; what it has written so far still arrives. */
    void stop();

    /** Ends the program where {@link #stop} did not, without waiting; what it has written may be lost. */
    void kill();

    /** What runs programs here. */
    Guest guest();

    /**
     * Whether whatever keeps the cell also keeps what its program writes.
     *
     * @throws SandboxUnavailableException where it does not say
     */
    boolean isLogged() throws SandboxUnavailableException;

    /** Returns when nothing of the program is left; what was around it may still be on its way out. Never throws. */
    @Override
    void close();
}
