package org.safepython.executor.walls;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.safepython.executor.sandbox.Keeper;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Wall;

/**
 * What one self-test found. Immutable.
 *
 * @param findings one for each wall and language, the default language first; those of floods for that one alone
 * @param images the id of each image that was attacked
 * @param allowed the walls that may be missing, by the operator's choice
 * @param keeper what keeps the containers
 * @param took how long it took
 */
public record WallReport(
        List<Finding> findings, Map<Language, String> images, Set<Wall> allowed, Keeper keeper, Duration took) {
    public WallReport {
        findings = List.copyOf(findings);
        images = Map.copyOf(images);
        allowed = Set.copyOf(allowed);
    }

    /** The walls that do not hold and must. */
    public List<Finding> missing() {
        return broken().filter(finding -> !allowed.contains(finding.wall())).toList();
    }

    /** The walls that do not hold, and need not by the operator's choice. */
    public List<Finding> tolerated() {
        return broken().filter(finding -> allowed.contains(finding.wall())).toList();
    }

    /** Why no programs of a language can be run, for operators; empty where they can. */
    public List<String> reasonsAgainst(Language language) {
        return missing(language).stream().map(Finding::complaint).toList();
    }

    /** What to look at though programs can be run, for operators. */
    public List<String> notes() {
        return tolerated().stream()
                .map(finding -> finding.complaint() + " The operator allows it.")
                .toList();
    }

    /** What is missing around the first language is missing around all: floods are tried there alone. */
    List<Finding> missing(Language language) {
        Language first = findings.get(0).language();
        return missing().stream()
                .filter(finding -> finding.language() == language || finding.language() == first)
                .toList();
    }

    /** Whether a language's own containers were attacked. */
    public boolean covers(Language language) {
        return images.containsKey(language);
    }

    private Stream<Finding> broken() {
        return findings.stream().filter(finding -> !finding.holds());
    }
}
