package org.safepython.executor.policy;

import org.safepython.executor.settings.Terms;

/** Refuses the names of the modules that reach the system, as names and where they are read as attributes. */
record ModuleNameRule(Terms terms) implements Rule {

    @Override
    public void judge(Program program, Findings findings) {
        for (Naming naming : program.namings()) {
            refuse(naming.name(), naming.span(), findings);
        }
        for (AttributeUse use : program.attributes()) {
            if (use.access().reads()) {
                refuse(use.name(), use.span(), findings);
            }
        }
    }

    private void refuse(String name, Span span, Findings findings) {
        if (terms.systemModules().contains(name)) {
            findings.add(RuleName.MODULE_NAME, name, "is the name of a system module and cannot be used", span);
        }
    }
}
