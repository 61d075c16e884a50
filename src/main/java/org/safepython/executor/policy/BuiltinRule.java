package org.safepython.executor.policy;

import java.util.Set;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Terms;

/** Refuses to name the builtins that evaluate text, open files or take a string for an attribute name. */
record BuiltinRule(Terms terms) implements Rule {

    /** What Python 2 adds: {@code input} evaluates there. */
    private static final Set<String> REFUSED_IN_PYTHON2 = Set.of("buffer", "execfile", "file", "input", "reload");

    private boolean refuses(String name, Language language) {
        return terms.builtins().contains(name) || (language == Language.PYTHON2 && REFUSED_IN_PYTHON2.contains(name));
    }

    @Override
    public void judge(Program program, Findings findings) {
        for (Naming naming : program.namings()) {
            if (refuses(naming.name(), program.language())) {
                String instead = BuiltinAdvice.on(naming.name());
                findings.add(RuleName.BUILTIN, naming.name(), "cannot be used as a name", instead, naming.span());
            }
        }
    }
}
