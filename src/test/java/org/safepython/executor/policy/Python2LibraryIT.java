package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Terms;

/** Every file of the guest's own Python 2.7 library says to Jython's parser what it says to the guest's CPython. */
class Python2LibraryIT {

    private static final String LIBRARY = "/usr/lib/python2.7";
    /** Ends with a backslash and an empty line, which Jython takes for an error. */
    private static final String ENDS_CONTINUED = "/IN.py";

    private static final Duration LONG = Duration.ofSeconds(20);

    /** What one file names: with places, and each word as often as it is there. */
    private static final class Names {
        String text = "";
        boolean refused;
        final List<String> placed = new ArrayList<>();
        final List<String> unplaced = new ArrayList<>();
        final List<String> attributes = new ArrayList<>();
        final List<String> imports = new ArrayList<>();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Python2LibraryIT.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }

    private static Map<String, Names> sayingsOfTheGuest() throws Exception {
        Process guest = new ProcessBuilder(
                        "docker",
                        "run",
                        "--rm",
                        "--network",
                        "none",
                        "--entrypoint",
                        "/usr/bin/python2.7",
                        resource("/guest/python2.image"),
                        "-S",
                        "-E",
                        "-B",
                        "-c",
                        resource("/python2/identifiers.py"),
                        LIBRARY)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Names> files = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(guest.getInputStream(), UTF_8))) {
            Names current = new Names();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                String rest = line.substring(Math.min(2, line.length()));
                switch (words[0]) {
                    case "F" -> {
                        current = new Names();
                        current.text = words.length < 3 ? "" : words[2];
                        files.put(words[1], current);
                    }
                    case "S" -> current.refused = true;
                    case "N" -> current.placed.add(rest);
                    case "M" -> current.unplaced.add(rest);
                    case "A" -> current.attributes.add(rest);
                    case "I" -> current.imports.add(rest);
                    default -> throw new IllegalStateException(line);
                }
            }
        }
        assertThat(guest.waitFor()).isZero();
        return files;
    }

    private static Map<String, Long> counted(Stream<String> words) {
        return words.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** What is different, or nothing. */
    private static String difference(Names guest, Program ours) {
        Set<String> places = Set.copyOf(guest.placed);
        Stream<String> placed =
                ours.namings().stream().map(Python2LibraryIT::placed).filter(places::contains);
        if (!counted(placed).equals(counted(guest.placed.stream()))) {
            return "names";
        }
        Stream<String> unplaced = ours.namings().stream()
                .filter(naming -> !places.contains(placed(naming)))
                .map(Naming::name);
        if (!counted(unplaced).equals(counted(guest.unplaced.stream()))) {
            return "definitions";
        }
        // A literal that is called with two readings is one attribute.
        Stream<String> attributes = ours.attributes().stream()
                .map(use -> use.name() + ' ' + use.span())
                .distinct()
                .map(use -> use.substring(0, use.indexOf(' ')));
        if (!counted(attributes).equals(counted(guest.attributes.stream()))) {
            return "attributes";
        }
        Stream<String> imports = ours.imports().stream()
                .map(imported -> imported.module() + ' ' + imported.span().line());
        return counted(imports).equals(counted(guest.imports.stream())) ? "" : "imports";
    }

    private static String placed(Naming naming) {
        return naming.name() + ' ' + naming.span().line() + ' ' + naming.span().column();
    }

    @Test
    void everyFileSaysTheSame() throws Exception {
        Map<String, String> different = new TreeMap<>();
        int read = 0;
        for (Map.Entry<String, Names> file : sayingsOfTheGuest().entrySet()) {
            Names guest = file.getValue();
            String text = new String(Base64.getDecoder().decode(guest.text), UTF_8);
            Findings cookie = new Findings(Preset.STRICT);
            CodingCookie.judge(text, cookie);
            if (guest.refused || !cookie.isEmpty()) {
                continue;
            }
            read++;
            try {
                String difference =
                        difference(guest, Python2FrontEnd.read(text, Terms.MOST_NESTING, Deadline.in(LONG)));
                if (!difference.isEmpty()) {
                    different.put(file.getKey(), difference);
                }
            } catch (SyntaxRefused refused) {
                different.put(file.getKey(), refused.getMessage() + refused.span());
            }
        }
        assertThat(different.keySet()).allMatch(name -> name.endsWith(ENDS_CONTINUED));
        assertThat(read).isGreaterThan(500);
    }
}
