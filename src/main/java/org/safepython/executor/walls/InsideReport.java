package org.safepython.executor.walls;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Wall;

/** Reads what {@code inside.py} has printed: a line for each wall. A wall without a line of its own does not hold. */
final class InsideReport {
    private static final Set<Wall> ELSEWHERE =
            EnumSet.of(Wall.MEMORY, Wall.PROCESSES, Wall.CPU, Wall.OUTPUT, Wall.TIME, Wall.LOGS);
    private static final int LONGEST_EVIDENCE = 300;

    private InsideReport() {}

    static List<Finding> read(Language language, ExecutionResult result) {
        Map<Wall, Finding> findings = new EnumMap<>(Wall.class);
        String silence = "no report: " + result.conclusion().outcome().label() + " "
                + shortened(result.stderr().text());
        EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE))
                .forEach(wall -> findings.put(wall, new Finding(wall, language, false, silence)));
        result.stdout().text().lines().forEach(line -> {
            String[] parts = line.split("\t", 3);
            Wall.labelled(parts[0])
                    .filter(wall -> parts.length == 3)
                    .ifPresent(wall -> findings.put(
                            wall, new Finding(wall, language, parts[1].equals("held"), shortened(parts[2]))));
        });
        return List.copyOf(findings.values());
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() > LONGEST_EVIDENCE ? line.substring(0, LONGEST_EVIDENCE) + "..." : line;
    }
}
