package org.safepython.executor.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safepython.executor.settings.Terms;

/**
 * Allows of an imported module what the {@link Library} lists, and in the way that it lists. A module is no value: its
 * name can only be read from, so that everything that is read from it can be seen here.
 */
record MemberRule(Terms terms) implements Rule {

    /** Objects that are there to be set up. */
    private static final Set<String> SETTABLE =
            Set.of("decimal.BasicContext", "decimal.DefaultContext", "decimal.ExtendedContext", "reprlib.aRepr");

    @Override
    public void judge(Program program, Findings findings) {
        if (terms.modules().isEmpty() || program.importedNames().isEmpty()) {
            return;
        }
        Library library = Library.of(program.language());
        program.importedNames().forEach(imported -> judge(imported, library, findings));
        Imports imports = new Imports(program, terms.modules());
        for (Reference reference : program.references()) {
            for (Meaning meaning : imports.meanings(reference)) {
                judge(reference, meaning, library, findings);
            }
        }
    }

    private void judge(ImportedName imported, Library library, Findings findings) {
        Origin origin = imported.origin();
        if (!terms.modules().contains(origin.module())) {
            return;
        }
        Meaning meaning = Meaning.of(origin, List.of(), terms.modules());
        if (imported.name().equals("*") && !library.knows(origin.module())) {
            refuse(origin.module() + ".*", "cannot be imported: name what is needed", imported.span(), findings);
        } else if (origin.member().isPresent()
                && !meaning.rest().isEmpty()
                && use(meaning, library).isEmpty()) {
            refuse(meaning.path(), "cannot be imported", imported.span(), findings);
        }
    }

    private void judge(Reference reference, Meaning meaning, Library library, Findings findings) {
        if (!terms.modules().contains(meaning.module()) && !isParent(meaning.module())) {
            return;
        }
        if (meaning.rest().isEmpty()) {
            int last = reference.path().size() - 1;
            refuse(
                    meaning.module(),
                    "is a module: only names in it can be used",
                    reference.spans().get(last),
                    findings);
            return;
        }
        int member = reference.path().size() - meaning.rest().size();
        String sentence = sentence(reference, meaning, member > 0, library);
        if (!sentence.isEmpty()) {
            refuse(meaning.member(), sentence, reference.spans().get(member), findings);
        }
    }

    /** What is wrong with the way in which a member is used; empty if nothing is. */
    private String sentence(Reference reference, Meaning meaning, boolean ofModule, Library library) {
        Optional<Use> use = use(meaning, library);
        boolean whole = meaning.rest().size() == 1;
        if (use.isEmpty()) {
            return ofModule || library.knows(meaning.module(), meaning.rest().get(0)) ? "cannot be used" : "";
        }
        if (reference.access().changes() && (ofModule || !whole) && !SETTABLE.contains(meaning.member())) {
            return "belongs to a module and cannot be changed";
        }
        return use.get() == Use.VALUE || (whole && use.get().includes(reference.use()))
                ? ""
                : "can only be used " + use.get().words();
    }

    /** Whether the import of a module that is allowed binds this one, that is not. */
    private boolean isParent(String module) {
        return terms.modules().stream().anyMatch(allowed -> allowed.startsWith(module + "."));
    }

    private Optional<Use> use(Meaning meaning, Library library) {
        if (!terms.modules().contains(meaning.module())) {
            return Optional.empty();
        }
        return library.use(meaning.module(), meaning.rest().get(0));
    }

    private static void refuse(String name, String what, Span span, Findings findings) {
        findings.add(RuleName.MEMBER, name, what, span);
    }
}
