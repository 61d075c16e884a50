package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Language;

/**
 * Mutants of real and tricky programs: whatever both the front end and the guest's CPython parse, they read alike. How many,
 * the system property {@code mutants} says.
 */
class MutantsIT {

    private static final int MUTANTS = Integer.getInteger("mutants", 2000);
    private static final int BATCH = 1000;
    private static final long SEED = 3131;

    private final GuestPython guest = new GuestPython(Language.PYTHON3);
    private final AtomicInteger parsedByBoth = new AtomicInteger();

    @Test
    void testWhatBothParseTheyReadAlike() {
        List<String> corpus = corpus();
        List<String> differences = IntStream.range(0, MUTANTS / BATCH)
                .parallel()
                .mapToObj(batch -> differences(new Mutants(corpus, SEED + batch)))
                .flatMap(List::stream)
                .toList();
        assertThat(differences).isEmpty();
        assertThat(parsedByBoth).hasValueGreaterThan(MUTANTS / 5);
    }

    private List<String> corpus() {
        Stream<String> library =
                guest.library().values().stream().flatMap(file -> Mutants.statements(new String(file, UTF_8)));
        Stream<String> tricky = TrickySources.all().stream().map(program -> new String(program, UTF_8));
        return Stream.concat(library, tricky)
                .filter(program ->
                        Seen.read(program.getBytes(UTF_8), Language.PYTHON3).isPresent())
                .toList();
    }

    private List<String> differences(Mutants mutants) {
        List<byte[]> programs = Stream.generate(mutants::next)
                .limit(BATCH)
                .map(program -> program.getBytes(UTF_8))
                .toList();
        List<GuestPython.Answer> answers = guest.read(programs);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            GuestPython.Answer real = answers.get(i);
            Optional<List<String>> seen =
                    Seen.read(programs.get(i), Language.PYTHON3).filter(names -> real.parsed());
            seen.ifPresent(names -> parsedByBoth.incrementAndGet());
            String program = new String(programs.get(i), UTF_8);
            seen.map(names -> Seen.differences(names, real.names()))
                    .filter(found -> !found.isEmpty())
                    .ifPresent(found -> differences.add(found + " in " + program));
        }
        return differences;
    }
}
