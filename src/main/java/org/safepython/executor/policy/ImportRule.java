package org.safepython.executor.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.safepython.executor.settings.Terms;

/** Refuses to import any module but those that are listed. */
record ImportRule(Terms terms) implements Rule {

    private static final int LONGEST_LIST = 80;

    /** What people look for most comes first, the rest by name. */
    private static final List<String> FAMILIAR =
            List.of("math", "random", "re", "json", "datetime", "collections", "itertools", "functools", "dataclasses");

    private static final Comparator<String> FAMILIAR_FIRST = Comparator.<String>comparingInt(
                    module -> FAMILIAR.contains(module) ? FAMILIAR.indexOf(module) : FAMILIAR.size())
            .thenComparing(Comparator.naturalOrder());

    @Override
    public void judge(Program program, Findings findings) {
        Library library = Library.of(program.language());
        for (ImportedModule imported : program.imports()) {
            if (!terms.modules().contains(imported.module())) {
                findings.add(
                        RuleName.IMPORT, imported.module(), "cannot be imported", allowed(library), imported.span());
            } else if (library.lacks(imported.module())) {
                refuse(imported, "cannot be imported", program.language().title() + " has no such module", findings);
            } else if (imported.scope() == Scope.CLASS) {
                refuse(imported, "cannot be imported in a class", "import it before the class", findings);
            }
        }
    }

    private static void refuse(ImportedModule imported, String what, String instead, Findings findings) {
        findings.add(RuleName.IMPORT, imported.module(), what, instead, imported.span());
    }

    /** The modules that can be imported, as many as a message holds. */
    private String allowed(Library library) {
        Set<String> modules = library.offered(terms.modules());
        if (modules.isEmpty()) {
            return "it allows no imports";
        }
        StringBuilder list = new StringBuilder();
        int more = modules.size();
        for (String module : modules.stream().sorted(FAMILIAR_FIRST).toList()) {
            if (list.length() + module.length() > LONGEST_LIST) {
                return "it allows: " + list + " and " + more + " more that GET /policy lists";
            }
            list.append(list.isEmpty() ? "" : ", ").append(module);
            more--;
        }
        return "it allows: " + list;
    }
}
