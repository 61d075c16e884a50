package org.safepython.executor.sandbox;

import java.util.List;
import java.util.Set;
import org.safepython.executor.settings.Wall;

/**
 * What keeps the cells. Immutable.
 *
 * @param name what it is, with versions, for operators
 * @param advice what its operator would gain from another version or other settings: sentences
 * @param lacking the walls that it says itself it cannot give
 */
public record Keeper(String name, List<String> advice, Set<Wall> lacking) {
    public Keeper {
        lacking = Set.copyOf(lacking);
        advice = List.copyOf(advice);
    }
}
