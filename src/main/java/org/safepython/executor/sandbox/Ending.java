package org.safepython.executor.sandbox;

import java.util.OptionalLong;

/** How a program's stay in its cell ended: {@link Reported} by the runner, or {@link Vanished}. Immutable. */
public sealed interface Ending {
    /**
     * The runner has reported the end of the main process.
     *
     * @param exitCode what the process returned, 0..255; 0 where a signal ended it
     * @param signal the number of the signal that ended it, 0 for none
     * @param remark what the numbers do not tell
     * @param usage what it took
     */
    record Reported(int exitCode, int signal, Remark remark, Usage usage) implements Ending {}

    /** Why a process ended, where its exit code and signal may mean more than one thing. */
    enum Remark {
        NONE,
        /** The kernel's memory controller sent the signal. */
        KILLED_FOR_MEMORY,
        /** The interpreter's own compiler took the program for no Python; not a line of it ran. */
        REFUSED_BY_COMPILER
    }

    /**
     * No report came.
     *
     * @param killedForMemory whether the engine says that the kernel killed the container for memory
     */
    record Vanished(boolean killedForMemory) implements Ending {}

    /**
     * What a program took; empty where the kernel does not tell.
     *
     * @param cpuMicros processor time, microseconds
     * @param memoryPeakBytes highest memory of the cell, bytes
     * @param oomKills processes that the kernel killed for memory in the cell
     */
    record Usage(OptionalLong cpuMicros, OptionalLong memoryPeakBytes, OptionalLong oomKills) {
        public static final Usage UNKNOWN = new Usage(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }
}
