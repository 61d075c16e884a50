package org.safepython.executor.sandbox;

import java.time.Duration;

/**
 * How well cells of a language are in supply. Immutable.
 *
 * @param warm cells that wait for a program
 * @param size how many shall wait
 * @param waiting who waits for a cell
 * @param perSecond cells that can be made in a second, by those made of late; 0 before the first
 * @param leases cells that were asked for so far
 * @param failures cells that could not be made so far
 * @param waited how long all of them together waited for theirs
 */
public record Supply(int warm, int size, int waiting, double perSecond, long leases, long failures, Duration waited) {
    /** When so many more cells will have been made; zero where enough are there or nothing is known. */
    public Duration until(int cells) {
        int lacking = cells - warm + waiting;
        return lacking <= 0 || perSecond == 0 ? Duration.ZERO : Duration.ofNanos((long) (lacking / perSecond * 1e9));
    }
}
