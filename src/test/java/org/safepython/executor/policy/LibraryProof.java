package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Terms;

/**
 * No module that can be imported is a bridge: what leads out of one, as the guest's own Python tells, is refused in every
 * way of writing it. What is allowed although it looks as if it led out stands with the reason in the test of its Python.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LibraryProof {

    private final Language language;
    private final Library library;
    private final List<String> patterns;
    private final Map<String, String> harmlessMembers;
    private final Map<String, String> harmlessAttributes;

    /**
     * Proves it of the Python of a language.
     *
     * @param patterns ways to write a member of a module that only this Python has
     */
    LibraryProof(
            Language language,
            List<String> patterns,
            Map<String, String> harmlessMembers,
            Map<String, String> harmlessAttributes) {
        this.language = language;
        this.library = Library.of(language);
        this.patterns = patterns;
        this.harmlessMembers = harmlessMembers;
        this.harmlessAttributes = harmlessAttributes;
    }

    private final List<List<String>> facts = new ArrayList<>();

    @BeforeAll
    void walk() throws InterruptedException {
        String modules = String.join(" ", Terms.STANDARD.modules());
        Walk.lines(NamedProgram.walk(language), language, modules)
                .forEach(line -> facts.add(List.of(line.split(" ", -1))));
    }

    final Stream<List<String>> facts(String kind) {
        return facts.stream().filter(fact -> fact.get(0).equals(kind));
    }

    /** The names that the guest's Python has in a module, or that a star import binds. */
    private Map<String, List<String>> names(String kind) {
        return facts(kind).collect(Collectors.toMap(fact -> fact.get(1), fact -> fact.subList(2, fact.size())));
    }

    private boolean isAccepted(String program) {
        return Judging.violations(SourceCode.of(program), Preset.STANDARD, language)
                .isEmpty();
    }

    /** Every way to write a member of a module. */
    private Stream<String> waysTo(String module, String name) {
        Stream<String> everywhere = Stream.of(
                "import %1$s\n%1$s.%2$s",
                "import %1$s\nx = %1$s.%2$s.y",
                "import %1$s as k\nk.%2$s",
                "def f():\n  import %1$s as k\n  return lambda: k.%2$s",
                "from %1$s import %2$s",
                "from %1$s import %2$s as k");
        return Stream.concat(everywhere, patterns.stream()).map(way -> way.formatted(module, name));
    }

    @Test
    void testWhatLeadsOutOfAModuleIsRefused() {
        Set<String> harmless = harmlessMembers.keySet();
        assertThat(facts("attribute")).hasSizeGreaterThan(70);
        assertThat(facts("attribute")
                        .filter(fact -> !harmless.contains(fact.get(1) + "." + fact.get(2)))
                        .flatMap(fact -> waysTo(fact.get(1), fact.get(2))))
                .noneMatch(this::isAccepted);
    }

    @Test
    void testWhatAStarImportBindsIsRefusedWhereItIsReadIfItIsRefusedElsewhere() {
        assertThat(names("star").entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .filter(name -> !isAccepted("from " + entry.getKey() + " import " + name))
                                .map(name -> "from " + entry.getKey() + " import *\nx = " + name)))
                .isNotEmpty()
                .noneMatch(this::isAccepted);
    }

    /** So no name that a newer Python adds gets through with a star. */
    @Test
    void testEveryNameThatAStarImportBindsIsKnown() {
        names("star")
                .forEach((module, names) -> assertThat(names)
                        .allSatisfy(name -> assertThat(library.knows(module, name))
                                .as(module + "." + name)
                                .isTrue()));
    }

    /** What is missing would raise an AttributeError that holds the module. */
    @Test
    void testEveryNameThatIsAllowedIsThere() {
        names("has").forEach((module, names) -> assertThat(names).containsAll(library.names(module)));
        assertThat(names("has")).containsOnlyKeys(library.offered(Terms.STANDARD.modules()));
        assertThat(library.modules()).isEqualTo(library.offered(Terms.STANDARD.modules()));
    }

    /** By itself or with all of its class. */
    private boolean isHarmless(String attribute) {
        return harmlessAttributes.containsKey(attribute)
                || harmlessAttributes.containsKey(attribute.substring(0, attribute.indexOf('.')));
    }

    @Test
    void testWhatLeadsOutOfAnObjectIsRefusedOrHarmless() {
        assertThat(facts("class").filter(fact -> !isHarmless(fact.get(2))))
                .isNotEmpty()
                .allSatisfy(fact -> {
                    String name = fact.get(2).substring(fact.get(2).indexOf('.') + 1);
                    assertThat(name).as(fact.toString()).doesNotStartWith("__");
                    assertThat(isAccepted("import " + fact.get(1) + "\nx." + name))
                            .as(fact.toString())
                            .isFalse();
                });
    }

    /** A reason for what is not there any more would hide what takes its name. */
    @Test
    void testEveryReasonIsNeeded() {
        assertThat(facts("attribute").map(fact -> fact.get(1) + "." + fact.get(2)))
                .containsAll(harmlessMembers.keySet());
        assertThat(facts("class")
                        .flatMap(fact -> Stream.of(
                                fact.get(2),
                                fact.get(2).substring(0, fact.get(2).indexOf('.')))))
                .containsAll(harmlessAttributes.keySet());
        assertThat(harmlessMembers.keySet())
                .allSatisfy(name -> assertThat(library.use(
                                name.substring(0, name.lastIndexOf('.')), name.substring(name.lastIndexOf('.') + 1)))
                        .isPresent());
    }
}
