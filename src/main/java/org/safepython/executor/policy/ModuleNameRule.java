package org.safepython.executor.policy;

import java.util.Set;

/** Refuses the names of the modules that reach the system, as names and where they are read as attributes. */
final class ModuleNameRule implements Rule {

    private static final Set<String> REFUSED =
            Set.of("os", "sys", "socket", "shutil", "ctypes", "subprocess", "builtins", "importlib", "posix");

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

    private static void refuse(String name, Span span, Findings findings) {
        if (REFUSED.contains(name)) {
            findings.add(RuleName.MODULE_NAME, name, "is the name of a system module and cannot be used", span);
        }
    }
}
