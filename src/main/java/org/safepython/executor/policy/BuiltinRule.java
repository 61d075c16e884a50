package org.safepython.executor.policy;

import java.util.Set;

/** Refuses to name the builtins that evaluate text, open files or take a string for an attribute name. */
final class BuiltinRule implements Rule {

    static final Set<String> REFUSED = Set.of(
            "__import__",
            "open",
            "exec",
            "eval",
            "compile",
            "globals",
            "locals",
            "vars",
            "getattr",
            "setattr",
            "delattr",
            "breakpoint",
            "help",
            "memoryview",
            "copyright",
            "credits",
            "license");

    @Override
    public void judge(Program program, Findings findings) {
        for (Naming naming : program.namings()) {
            if (REFUSED.contains(naming.name())) {
                findings.add(RuleName.BUILTIN, naming.name(), "cannot be used as a name", naming.span());
            }
        }
    }
}
