package org.safepython.executor.policy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Terms;

/**
 * What our front end sees in a program, as src/test/resources/guest says what CPython sees: a line for every name,
 * with its kind, line and column, sorted. The only place where the proofs touch the front end.
 */
final class Seen {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Pattern PLACE = Pattern.compile(" [0-9]+ [0-9]+$");

    private Seen() {}

    /** The names, or nothing if the text is refused before any rule about names: by its characters, syntax or depth. */
    static Optional<List<String>> read(byte[] source, Language language) {
        if (!hasPlainCharacters(source, language)) {
            return Optional.empty();
        }
        String text = new String(source, StandardCharsets.UTF_8);
        try {
            Program program = Judge.read(text, language, Terms.MOST_NESTING, Deadline.in(LIMIT));
            return program.tooDeep().isEmpty() ? Optional.of(names(program, text)) : Optional.empty();
        } catch (RuntimeException | AssertionError | StackOverflowError refused) {
            return Optional.empty();
        }
    }

    /** Whether the rule about the source's size and characters lets it pass. */
    static boolean hasPlainCharacters(byte[] source, Language language) {
        return Judge.judge(SourceCode.of(source), Preset.CONTAINER, language, Deadline.in(LIMIT))
                .isEmpty();
    }

    private static List<String> names(Program program, String source) {
        String[] lines = source.split("\r\n|\r|\n", -1);
        Stream<String> names = program.namings().stream().map(name -> line("n", name.name(), name.span()));
        Stream<String> attributes = program.attributes().stream()
                .filter(use -> use.access() != Access.MATCH_ARGUMENT)
                .map(use -> line("a", written(use, lines), use.span()))
                .distinct();
        Stream<String> imports = program.imports().stream().map(module -> line("i", module.module(), module.span()));
        return Stream.of(names, attributes, imports)
                .flatMap(kind -> kind)
                .sorted()
                .toList();
    }

    /** Private names as they are written: CPython's tree has them before the class's name is put in front. */
    private static String written(AttributeUse use, String[] lines) {
        Span span = use.span();
        int[] line = lines[span.line() - 1].codePoints().toArray();
        String word = Identifier.normalised(new String(line, span.column() - 1, span.endColumn() - span.column()));
        return Identifier.isPrivate(word) && use.name().endsWith(word) ? word : use.name();
    }

    private static String line(String kind, String name, Span span) {
        return kind + ' ' + name + ' ' + span.line() + ' ' + span.column();
    }

    /**
     * What one of the two reads and the other does not, as often as it does. CPython 2.7 does not know where all names
     * stand; those are compared without their places.
     */
    static List<String> differences(List<String> seen, List<String> real) {
        Set<String> known = Set.copyOf(real);
        Map<String, Integer> surplus = new TreeMap<>();
        seen.stream()
                .map(name -> known.contains(name) ? name : withoutPlace(name, known))
                .forEach(name -> surplus.merge(name, 1, Integer::sum));
        real.forEach(name -> surplus.merge(name, -1, Integer::sum));
        return surplus.entrySet().stream()
                .filter(name -> name.getValue() != 0)
                .map(name -> (name.getValue() > 0 ? "only we read " : "only CPython reads ") + name.getKey())
                .toList();
    }

    private static String withoutPlace(String name, Set<String> known) {
        String bare = PLACE.matcher(name).replaceFirst("");
        return known.contains(bare) ? bare : name;
    }
}
