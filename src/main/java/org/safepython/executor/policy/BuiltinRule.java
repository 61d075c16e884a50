package org.safepython.executor.policy;

import java.util.Set;
import org.safepython.executor.settings.Language;

/** Refuses to name the builtins that evaluate text, open files or take a string for an attribute name. */
final class BuiltinRule implements Rule {

    private static final Set<String> REFUSED = Set.of(
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

    /** What Python 2 adds: {@code input} evaluates there. */
    private static final Set<String> REFUSED_IN_PYTHON2 = Set.of("buffer", "execfile", "file", "input", "reload");

    static boolean refuses(String name, Language language) {
        return REFUSED.contains(name) || (language == Language.PYTHON2 && REFUSED_IN_PYTHON2.contains(name));
    }

    @Override
    public void judge(Program program, Findings findings) {
        for (Naming naming : program.namings()) {
            if (refuses(naming.name(), program.language())) {
                findings.add(RuleName.BUILTIN, naming.name(), "cannot be used as a name", naming.span());
            }
        }
    }
}
