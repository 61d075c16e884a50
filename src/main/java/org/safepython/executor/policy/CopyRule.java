package org.safepython.executor.policy;

import java.util.List;
import java.util.Set;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Terms;

/**
 * Refuses to copy where a program has objects that tell {@code copy} to do more: it asks each how to make its like. In
 * Python 2 such objects are those of classes that are made while the program runs; in Python 3 bound methods, which it
 * finds again by a name that can be any, aliases of types, and objects with slots whose names are computed.
 */
record CopyRule(Terms terms) implements Rule {

    /** They ask objects how to make their like. */
    static final Set<String> COPIERS =
            Set.of("copy.copy", "copy.deepcopy", "dataclasses.asdict", "dataclasses.astuple");

    private static final Set<String> MAKERS_OF_METHODS = Set.of("types.MethodType", "typing.NewType");
    /** Names of functions and of aliases. */
    private static final Set<String> NAMES = Set.of("__name__", "_name");

    @Override
    public void judge(Program program, Findings findings) {
        if (terms.modules().isEmpty() || program.importedNames().isEmpty()) {
            return;
        }
        Imports imports = new Imports(program, terms.modules());
        List<Reference> copying = imports.uses(COPIERS, program);
        if (!copying.isEmpty() && isOdd(program, imports)) {
            copying.forEach(use -> refuse(use, program.language(), findings));
        }
    }

    private boolean isOdd(Program program, Imports imports) {
        if (program.language() == Language.PYTHON2) {
            return ClassMaking.isPossible(program, KnownClasses.of(program, terms.modules()));
        }
        return !imports.uses(MAKERS_OF_METHODS, program).isEmpty()
                || program.attributes().stream().anyMatch(use -> use.access().changes() && NAMES.contains(use.name()))
                || program.references().stream()
                        .anyMatch(reference ->
                                reference.path().equals(List.of("classmethod")) && reference.use() != Use.DECORATOR)
                || program.namings().stream().anyMatch(CopyRule::computesSlots);
    }

    private static boolean computesSlots(Naming naming) {
        return naming.name().equals("__slots__")
                && naming.role() != Role.READ
                && naming.role() != Role.ASSIGNED_STRINGS;
    }

    private static void refuse(Reference use, Language language, Findings findings) {
        findings.add(
                RuleName.MEMBER,
                use,
                language == Language.PYTHON2
                        ? "cannot be used where the program makes classes while it runs, or has __slots__"
                        : "cannot be used where the program names functions or slots in other ways than by writing them",
                "copy by hand, as list(x) and dict(x) do");
    }
}
