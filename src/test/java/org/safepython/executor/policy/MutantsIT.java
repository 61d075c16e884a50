package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safepython.executor.settings.Language;

/**
 * Mutants of real and tricky programs: whatever both the front end and the guest's CPython parse, they read alike. How many
 * in each language, the system property {@code mutants} says.
 */
class MutantsIT {

    private static final int MUTANTS = Integer.getInteger("mutants", 2000);
    private static final int BATCH = 1000;
    private static final long SEED = 3131;

    /** Jython lets a relative future import change the grammar, which CPython 2.7 does not, and which then fails to run. */
    private static final String RELATIVE_TOO = "print_function";

    private final AtomicInteger parsedByBoth = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    void testWhatBothParseTheyReadAlike(Language language) {
        GuestPython guest = new GuestPython(language);
        List<String> corpus = corpus(guest);
        List<String> differences = IntStream.range(0, MUTANTS / BATCH)
                .parallel()
                .mapToObj(batch -> differences(new Mutants(corpus, language, SEED + batch), guest))
                .flatMap(List::stream)
                .toList();
        assertThat(differences).isEmpty();
        assertThat(parsedByBoth).hasValueGreaterThan(MUTANTS / 5);
    }

    private static List<String> corpus(GuestPython guest) {
        Stream<String> library =
                guest.library().values().stream().flatMap(file -> Mutants.statements(new String(file, UTF_8)));
        return Stream.concat(library, tricky(guest.language()))
                .filter(program -> !program.contains(RELATIVE_TOO))
                .filter(program ->
                        Seen.read(program.getBytes(UTF_8), guest.language()).isPresent())
                .toList();
    }

    private static Stream<String> tricky(Language language) {
        return language == Language.PYTHON2
                ? TrickySources.written("python2")
                : TrickySources.all().stream().map(program -> new String(program, UTF_8));
    }

    private List<String> differences(Mutants mutants, GuestPython guest) {
        List<byte[]> programs = Stream.generate(mutants::next)
                .limit(BATCH)
                .map(program -> program.getBytes(UTF_8))
                .toList();
        List<Trial> both =
                Trial.reading(programs, guest).stream().filter(Trial::isRead).toList();
        parsedByBoth.addAndGet(both.size());
        return both.stream()
                .filter(trial -> !trial.differences().isEmpty())
                .map(trial -> trial.differences() + " in " + trial)
                .toList();
    }
}
