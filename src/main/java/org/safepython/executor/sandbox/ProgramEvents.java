package org.safepython.executor.sandbox;

/** Hears of a program while it runs, on the thread that runs it, in the order of what happened. */
public interface ProgramEvents {
    /** For those who want to hear nothing. */
    ProgramEvents UNHEARD = new ProgramEvents() {
        @Override
        public void started() {}

        @Override
        public void wrote(Stream stream, byte[] bytes) {}
    };

    /** The program has been let go. */
    void started();

    /** The program has written to one of its streams. The array is the listener's to keep. */
    void wrote(Stream stream, byte[] bytes);

    /** The two streams of a program. */
    enum Stream {
        STDOUT,
        STDERR
    }
}
