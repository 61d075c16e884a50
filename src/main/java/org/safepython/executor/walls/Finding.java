package org.safepython.executor.walls;

import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Wall;

/**
 * What an attack on a wall came to. Immutable.
 *
 * @param wall what was attacked
 * @param language whose container it was
 * @param holds whether the attack failed
 * @param evidence what was seen, for people
 */
public record Finding(Wall wall, Language language, boolean holds, String evidence) {
    /** That it is missing, and what brings it back; for operators. */
    String complaint() {
        return "%s: the wall %s is missing (%s). %s".formatted(language.label(), wall.label(), evidence, wall.remedy());
    }
}
