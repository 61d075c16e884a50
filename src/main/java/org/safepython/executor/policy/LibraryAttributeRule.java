package org.safepython.executor.policy;

import java.util.Set;
import java.util.regex.Pattern;
import org.safepython.executor.settings.Terms;

/**
 * Refuses, to programs that import anything, the attributes by which objects of the library evaluate text, look into
 * modules by their names, or read and set attributes by computed names.
 */
record LibraryAttributeRule(Terms terms) implements Rule {

    private static final Set<String> REFUSED = Set.of(
            "_attr_type",
            "_cls_type",
            "_create_async_exit_wrapper",
            "_create_exit_wrapper",
            "_dump_registry",
            "_evaluate",
            "attrname");

    /** What programs use of the names {@code _x_} that enumerations have; the others make and change them. */
    private static final Set<String> OF_ENUMERATIONS = Set.of(
            "_generate_next_value_",
            "_ignore_",
            "_member_map_",
            "_member_names_",
            "_missing_",
            "_name_",
            "_order_",
            "_sort_order_",
            "_value2member_map_",
            "_value_");

    private static final Pattern SUNDER = Pattern.compile("_[^_].*[^_]_");

    @Override
    public void judge(Program program, Findings findings) {
        if (terms.modules().isEmpty() || program.imports().isEmpty()) {
            return;
        }
        program.namings().forEach(naming -> judge(naming, findings));
        for (AttributeUse use : program.attributes()) {
            if (use.access() != Access.CALL_KEYWORD && refused(use.name())) {
                findings.add(
                        RuleName.LIBRARY_ATTRIBUTE, use.name(), "leads out of a module and cannot be used", use.span());
            }
        }
    }

    /** What a class body binds is an attribute of the objects. */
    private static void judge(Naming naming, Findings findings) {
        if (naming.scope() == Scope.CLASS && naming.role() != Role.READ && REFUSED.contains(naming.name())) {
            findings.add(RuleName.LIBRARY_ATTRIBUTE, naming.name(), "cannot be defined", naming.span());
        }
    }

    private static boolean refused(String name) {
        return REFUSED.contains(name) || (SUNDER.matcher(name).matches() && !OF_ENUMERATIONS.contains(name));
    }
}
