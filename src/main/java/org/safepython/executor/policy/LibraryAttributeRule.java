package org.safepython.executor.policy;

import java.util.Set;
import org.safepython.executor.settings.Terms;

/**
 * Refuses, to programs that import anything, the attributes by which objects of the library evaluate text, look into
 * modules by their names, or read and set attributes by computed names.
 */
record LibraryAttributeRule(Terms terms) implements Rule {

    private static final Set<String> REFUSED = Set.of(
            "_add_member_",
            "_convert_",
            "_create_",
            "_evaluate",
            "_find_data_repr_",
            "_find_data_type_",
            "_find_new_",
            "_new_member_",
            "attrname");

    @Override
    public void judge(Program program, Findings findings) {
        if (terms.modules().isEmpty() || program.imports().isEmpty()) {
            return;
        }
        for (AttributeUse use : program.attributes()) {
            if (use.access() != Access.CALL_KEYWORD && REFUSED.contains(use.name())) {
                findings.add(
                        RuleName.LIBRARY_ATTRIBUTE, use.name(), "leads out of a module and cannot be used", use.span());
            }
        }
    }
}
