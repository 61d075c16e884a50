package org.safepython.executor.policy;

import java.util.Set;

/** Refuses attributes {@code __x__}, however they are reached, and a {@code __match_args__} that cannot be read here. */
final class DunderAttributeRule implements Rule {

    private static final Set<String> ALLOWED = Dunder.dunders("init name post_init");

    @Override
    public void judge(Program program, Findings findings) {
        for (AttributeUse use : program.attributes()) {
            if (Dunder.is(use.name()) && !ALLOWED.contains(use.name())) {
                findings.add(RuleName.DUNDER_ATTRIBUTE, use.name(), "cannot be used as an attribute", use.span());
            }
        }
        for (Naming naming : program.namings()) {
            if (naming.role() == Role.ASSIGNED && naming.name().equals(Dunder.MATCH_ARGS)) {
                findings.add(
                        RuleName.DUNDER_ATTRIBUTE, naming.name(), "must be a literal tuple of strings", naming.span());
            }
        }
    }
}
