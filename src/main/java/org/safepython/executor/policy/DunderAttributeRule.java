package org.safepython.executor.policy;

import java.util.Set;
import org.safepython.executor.settings.Terms;

/** Refuses attributes {@code __x__}, however they are reached, and a {@code __match_args__} that cannot be read here. */
record DunderAttributeRule(Terms terms) implements Rule {

    private static final Set<String> ALLOWED = Dunder.dunders("init name post_init");
    /** Texts. */
    private static final Set<String> DESCRIBING = Dunder.dunders("doc module qualname");

    @Override
    public void judge(Program program, Findings findings) {
        boolean ownBases = terms.ownMethods()
                && program.namings().stream().anyMatch(naming -> naming.role() != Role.READ && isBase(naming.name()));
        for (AttributeUse use : program.attributes()) {
            if (Dunder.is(use.name()) && !allowed(use.name()) && !(terms.ownMethods() && harmless(use, ownBases))) {
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

    private static boolean harmless(AttributeUse use, boolean ownBases) {
        return switch (use.access()) {
            case CALLED_ON_BASE -> isReadable(use.name()) || (!ownBases && Dunder.isOfStatements(use.name()));
            case READ_FOR_NAME -> isReadable(use.name()) || use.name().equals("__class__");
            case READ -> isReadable(use.name());
            default -> false;
        };
    }

    private static boolean isReadable(String name) {
        return DESCRIBING.contains(name) || Dunder.isOperator(name);
    }

    private static boolean isBase(String name) {
        return name.equals("super") || Dunder.isValueClass(name);
    }

    private boolean allowed(String name) {
        return ALLOWED.contains(name) || terms.specialNames().contains(name);
    }
}
