package org.safepython.executor.policy;

import org.safepython.executor.settings.Terms;

/** Refuses to name the builtins that evaluate text, open files or take a string for an attribute name. */
record BuiltinRule(Terms terms) implements Rule {

    @Override
    public void judge(Program program, Findings findings) {
        for (Naming naming : program.namings()) {
            if (terms.builtins().contains(naming.name())) {
                String instead = BuiltinAdvice.on(naming.name());
                findings.add(RuleName.BUILTIN, naming.name(), "cannot be used as a name", instead, naming.span());
            }
        }
    }
}
