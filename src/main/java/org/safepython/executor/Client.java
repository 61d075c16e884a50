package org.safepython.executor;

/**
 * Whose share is used. Immutable.
 *
 * @param name tells clients apart
 * @param runs programs that it may have running at once
 */
public record Client(String name, int runs) {
    /** One whose programs are limited by what all have alone. */
    public static Client of(String name) {
        return new Client(name, Integer.MAX_VALUE);
    }
}
