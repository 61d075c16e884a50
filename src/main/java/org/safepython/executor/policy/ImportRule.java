package org.safepython.executor.policy;

/** Refuses every import. */
final class ImportRule implements Rule {

    @Override
    public void judge(Program program, Findings findings) {
        for (ImportedModule imported : program.imports()) {
            findings.add(RuleName.IMPORT, imported.module(), "cannot be imported", imported.span());
        }
    }
}
