package org.safepython.executor.policy;

import java.util.List;
import java.util.Set;

/** Refuses the attributes that lead into frames, code, tracebacks and generators, and from there to everything. */
final class FrameAttributeRule implements Rule {

    private static final Set<String> REFUSED = Set.of(
            "f_globals",
            "f_locals",
            "f_builtins",
            "f_back",
            "f_code",
            "f_trace",
            "f_lineno",
            "f_lasti",
            "im_func",
            "im_self",
            "im_class",
            "mro");
    private static final List<String> PREFIXES = List.of("gi_", "cr_", "ag_", "tb_", "co_", "func_", "_Printer__");

    @Override
    public void judge(Program program, Findings findings) {
        for (AttributeUse use : program.attributes()) {
            if (use.access() != Access.CALL_KEYWORD && refused(use.name())) {
                findings.add(
                        RuleName.FRAME_ATTRIBUTE,
                        use.name(),
                        "leads into the interpreter and cannot be used as an attribute",
                        use.span());
            }
        }
    }

    private static boolean refused(String name) {
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return REFUSED.contains(name);
    }
}
