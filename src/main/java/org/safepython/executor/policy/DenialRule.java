package org.safepython.executor.policy;

import org.safepython.executor.settings.Terms;

/** Refuses the names and attributes that the operator denies besides. */
record DenialRule(Terms terms) implements Rule {

    @Override
    public void judge(Program program, Findings findings) {
        for (Naming naming : program.namings()) {
            if (terms.names().contains(naming.name())) {
                findings.add(RuleName.DENIED, naming.name(), "cannot be used as a name", naming.span());
            }
        }
        for (AttributeUse use : program.attributes()) {
            if (use.access() != Access.CALL_KEYWORD && terms.attributes().contains(use.name())) {
                findings.add(RuleName.DENIED, use.name(), "cannot be used as an attribute", use.span());
            }
        }
    }
}
