package org.safepython.executor.settings;

/**
 * Limits of one container. Immutable.
 *
 * @param memoryBytes memory, without swap
 * @param nanoCpus processor share, billionths of a core
 * @param processes processes and threads
 * @param tmpBytes size of /tmp
 */
public record ContainerLimits(long memoryBytes, long nanoCpus, long processes, long tmpBytes) {
    /** Files in /tmp. */
    public static final int TMP_FILES = 1024;

    /** Descriptors of a process. */
    public static final int DESCRIPTORS = 256;

    /** The size of a file. */
    public static final long FILE_BYTES = 16L << 20;
}
