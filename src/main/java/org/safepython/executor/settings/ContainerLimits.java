package org.safepython.executor.settings;

/**
 * Limits of one container. Immutable.
 *
 * @param memoryBytes memory, without swap
 * @param nanoCpus processor share, billionths of a core
 * @param processes processes and threads
 * @param tmpBytes size of /tmp
 */
public record ContainerLimits(long memoryBytes, long nanoCpus, long processes, long tmpBytes) {}
