package org.safepython.executor.sandbox;

import java.util.List;

/**
 * What keeps the cells. Immutable.
 *
 * @param name what it is, with versions, for operators
 * @param advice what its operator would gain from another version or other settings: sentences
 */
public record Keeper(String name, List<String> advice) {
    public Keeper {
        advice = List.copyOf(advice);
    }
}
