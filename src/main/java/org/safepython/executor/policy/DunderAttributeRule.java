package org.safepython.executor.policy;

import java.util.Set;
import org.safepython.executor.settings.Terms;

/** Refuses attributes {@code __x__}, however they are reached, and a {@code __match_args__} that cannot be read here. */
record DunderAttributeRule(Terms terms) implements Rule {

    private static final Set<String> ALLOWED = Dunder.dunders("init name post_init");

    @Override
    public void judge(Program program, Findings findings) {
        for (AttributeUse use : program.attributes()) {
            if (Dunder.is(use.name()) && !allowed(use.name())) {
                findings.add(RuleName.DUNDER_ATTRIBUTE, use.name(), "cannot be used as an attribute", use.span());
            }
        }
        for (Naming naming : program.namings()) {
            if (naming.role().assigns()
                    && naming.role() != Role.ASSIGNED_STRINGS
                    && naming.name().equals(Dunder.MATCH_ARGS)) {
                findings.add(
                        RuleName.DUNDER_ATTRIBUTE,
                        naming.name(),
                        "must be a literal tuple of strings",
                        "write (\"x\", \"y\")",
                        naming.span());
            }
        }
    }

    private boolean allowed(String name) {
        return ALLOWED.contains(name) || terms.specialNames().contains(name);
    }
}
