package org.safepython.executor.policy;

import org.safepython.executor.settings.Terms;

/** Refuses to import any module but those that are listed. */
record ImportRule(Terms terms) implements Rule {

    @Override
    public void judge(Program program, Findings findings) {
        for (ImportedModule imported : program.imports()) {
            if (!terms.modules().contains(imported.module())) {
                findings.add(RuleName.IMPORT, imported.module(), "cannot be imported", imported.span());
            } else if (imported.scope().isEmpty()) {
                findings.add(
                        RuleName.IMPORT, imported.module(), "cannot be imported in this language", imported.span());
            } else if (imported.scope().get() == Scope.CLASS) {
                findings.add(RuleName.IMPORT, imported.module(), "cannot be imported in a class", imported.span());
            }
        }
    }
}
