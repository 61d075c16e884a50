package org.safepython.executor.policy;

import java.util.List;
import java.util.Set;
import org.safepython.executor.settings.Terms;

/**
 * Allows to copy an object with other values where the program makes no classes while it runs: {@code replace} reads the
 * attributes that the fields of an object name, and those of a class that no class statement made can name any.
 */
record ReplaceRule(Terms terms) implements Rule {

    private static final Set<String> REPLACING = Set.of("copy.replace", "dataclasses.replace");

    @Override
    public void judge(Program program, Findings findings) {
        if (terms.modules().isEmpty() || program.importedNames().isEmpty()) {
            return;
        }
        Imports imports = new Imports(program, terms.modules());
        List<Reference> replacing = program.references().stream()
                .filter(reference -> REPLACING.stream().anyMatch(member -> imports.mean(reference, member)))
                .toList();
        if (!replacing.isEmpty() && ClassMaking.isPossible(program, KnownClasses.of(program, terms.modules()))) {
            replacing.forEach(reference -> findings.add(
                    RuleName.DATA_CLASS, reference, "cannot be used where the program makes classes while it runs"));
        }
    }
}
