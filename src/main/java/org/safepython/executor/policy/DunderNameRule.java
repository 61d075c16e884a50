package org.safepython.executor.policy;

import java.util.Set;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Terms;

/** Refuses to name {@code __x__}, but for a few that are read and for what a class or a module may define. */
record DunderNameRule(Terms terms) implements Rule {

    private static final Set<String> READABLE = Dunder.dunders("name file doc debug");
    private static final Set<String> ASSIGNABLE = Dunder.dunders("slots match_args hash all version author");
    /** A module with these answers for attributes that it does not have: so it can pass for a package. */
    private static final Set<String> MODULE_HOOKS = Dunder.dunders("getattr dir");
    /** Not of the data model, but what a data class calls is of no use where it cannot be defined. */
    private static final Set<String> ALSO_DEFINABLE = Dunder.dunders("post_init slots hash all version author");

    @Override
    public void judge(Program program, Findings findings) {
        for (Naming naming : program.namings()) {
            String name = naming.name();
            if (Dunder.is(name) && !isJudgedElsewhere(name) && !allowed(naming, program.language())) {
                findings.add(RuleName.DUNDER_NAME, name, "cannot be " + deed(naming), naming.span());
            }
        }
    }

    private boolean isJudgedElsewhere(String name) {
        return terms.specialNames().contains(name) || Terms.STRICT.builtins().contains(name);
    }

    /** What can be assigned can only be read where it was. */
    private boolean allowed(Naming naming, Language language) {
        String name = naming.name();
        boolean special =
                terms.ownMethods() ? Dunder.isSpecialMethodOfAny(name) : Dunder.isSpecialMethod(name, language);
        if (naming.role() == Role.READ) {
            return READABLE.contains(name) || (terms.ownMethods() && (special || ASSIGNABLE.contains(name)));
        }
        if (naming.role().assigns()) {
            return naming.scope() != Scope.FUNCTION
                    && (special || ASSIGNABLE.contains(name))
                    && !(naming.scope() == Scope.MODULE && MODULE_HOOKS.contains(name));
        }
        return naming.role() == Role.FUNCTION
                && naming.scope() == Scope.CLASS
                && (special || ALSO_DEFINABLE.contains(name));
    }

    private static String deed(Naming naming) {
        if (naming.role() == Role.READ) {
            return "read";
        }
        return naming.role().assigns() || naming.role() == Role.FUNCTION ? "defined here" : "used as a name";
    }
}
