package org.safepython.executor.policy;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.safepython.executor.settings.Terms;

/**
 * Refuses what classes that no class statement made would turn into tools. {@code replace} reads the attributes that the
 * fields of an object name; the descriptors of enumerations read what a class derived from theirs names.
 */
record MadeClassRule(Terms terms) implements Rule {

    private static final Set<String> REPLACING = Set.of("copy.replace", "dataclasses.replace");

    @Override
    public void judge(Program program, Findings findings) {
        if (terms.modules().isEmpty() || program.importedNames().isEmpty()) {
            return;
        }
        Imports imports = new Imports(program, terms.modules());
        judge(program, imports, REPLACING, ClassMaking::isPossible, findings);
        judge(program, imports, ClassMaking.ENUMS, ClassMaking::hasType, findings);
    }

    private void judge(
            Program program,
            Imports imports,
            Set<String> members,
            BiPredicate<Program, KnownClasses> makes,
            Findings findings) {
        List<Reference> uses = imports.uses(members, program);
        if (!uses.isEmpty() && makes.test(program, KnownClasses.of(program, terms.modules()))) {
            uses.forEach(use -> findings.add(
                    RuleName.DATA_CLASS, use, "cannot be used where the program makes classes while it runs"));
        }
    }
}
