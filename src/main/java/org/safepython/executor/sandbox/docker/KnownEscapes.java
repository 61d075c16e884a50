package org.safepython.executor.sandbox.docker;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ways out of containers that are known, and the versions that closed them. A distribution may have closed one in a
 * version of its own, which the number does not tell: this is advice.
 */
final class KnownEscapes {
    private static final List<Escape> RUNC = List.of(
            new Escape(
                    List.of("1.1.12"),
                    "CVE-2024-21626 (a descriptor of the host that stays open)",
                    "It takes a working directory or an image of the attacker's choice, and requests choose neither."),
            new Escape(
                    List.of("1.2.8", "1.3.3", "1.4.0"),
                    "CVE-2025-31133, CVE-2025-52565, CVE-2025-52881 (races around masked paths and the console)",
                    "They take an image or mounts of the attacker's choice, and requests choose neither."));

    private static final String PLUGINS = "It matters where others reach the engine through such a plugin.";
    private static final List<Escape> ENGINE = List.of(
            new Escape(
                    List.of("23.0.15", "24.0.10", "25.0.6", "26.1.5", "27.1.1"),
                    "CVE-2024-41110 (a way around authorization plugins)",
                    PLUGINS),
            new Escape(List.of("29.3.1"), "CVE-2026-34040 (a way around authorization plugins)", PLUGINS));

    private KnownEscapes() {}

    static List<String> ofRunc(String version) {
        return advice("runc", version, RUNC);
    }

    static List<String> ofEngine(String version) {
        return advice("engine", version, ENGINE);
    }

    private static List<String> advice(String name, String version, List<Escape> escapes) {
        return escapes.stream()
                .filter(escape -> escape.isOpen(version))
                .map(escape -> "%s %s: %s, closed in %s. %s"
                        .formatted(
                                name, version, escape.what(), String.join(", ", escape.closedIn()), escape.meaning()))
                .toList();
    }

    /**
     * One of them.
     *
     * @param closedIn the first good version of each line that got the repair, ascending
     * @param what which it is
     * @param meaning what it means here
     */
    private record Escape(List<String> closedIn, String what, String meaning) {
        /** A version of a line that is named is good from there; of any other, from the last on. */
        boolean isOpen(String version) {
            int[] number = numbers(version);
            return number.length > 0
                    && lines().filter(closed -> closed[0] == number[0] && closed[1] == number[1])
                            .findFirst()
                            .or(() -> lines().reduce((first, second) -> second))
                            .filter(closed -> Arrays.compare(number, closed) < 0)
                            .isPresent();
        }

        private Stream<int[]> lines() {
            return closedIn.stream().map(KnownEscapes::numbers);
        }
    }

    /** The first three numbers; none where it begins with none. What comes before a release counts as the one before. */
    private static int[] numbers(String version) {
        String plain = version.replaceFirst("^(\\d{1,6}(?:\\.\\d{1,6}){0,2}).*$", "$1");
        if (!plain.matches("[\\d.]+")) {
            return new int[0];
        }
        int[] read =
                Arrays.stream(plain.split("\\.")).mapToInt(Integer::parseInt).toArray();
        int[] numbers = Arrays.copyOf(read, 3);
        if (version.matches(".*[~-](rc|beta|alpha|dev).*")) {
            numbers[2]--;
        }
        return numbers;
    }
}
