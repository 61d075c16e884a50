package org.safepython.executor.policy;

import java.util.Set;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Terms;

/**
 * Refuses to copy in a program of Python 2 that makes classes while it runs: the special methods that {@code copy} asks
 * for, which no class statement can have, could be made there, and with them it sets any attribute of anything. In
 * Python 3 those rules look after it that something else there needs.
 */
record CopyRule(Terms terms) implements Rule {

    private static final Set<String> COPIERS = Set.of("copy.copy", "copy.deepcopy");

    @Override
    public void judge(Program program, Findings findings) {
        if (program.language() != Language.PYTHON2 || !terms.modules().contains("copy")) {
            return;
        }
        KnownClasses known = KnownClasses.of(program, terms.modules());
        program.references().stream()
                .filter(reference ->
                        known.meanings(reference).stream().anyMatch(meaning -> COPIERS.contains(meaning.member())))
                .filter(copying -> ClassMaking.isPossible(program, known))
                .forEach(copying -> refuse(copying, findings));
    }

    private static void refuse(Reference copying, Findings findings) {
        findings.add(
                RuleName.MEMBER,
                String.join(".", copying.path()),
                "cannot be used where the program makes classes while it runs, or has __slots__",
                "copy by hand, as list(x) and dict(x) do",
                copying.spans().get(0));
    }
}
