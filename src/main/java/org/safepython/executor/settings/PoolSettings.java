package org.safepython.executor.settings;

import java.time.Duration;
import java.util.Map;

/**
 * How many containers wait for programs, and when they are made. Immutable.
 *
 * @param sizes containers that wait, of each language
 * @param low waiting containers below which more are made while programs run
 * @param makers containers that are made at once
 * @param calm how long no program must have run before the pool is filled
 * @param maxAge how long a container may wait
 */
public record PoolSettings(Map<Language, Integer> sizes, int low, int makers, Duration calm, Duration maxAge) {
    public PoolSettings {
        sizes = Map.copyOf(sizes);
    }

    /** Containers of a language that wait. */
    public int size(Language language) {
        return sizes.getOrDefault(language, 0);
    }
}
