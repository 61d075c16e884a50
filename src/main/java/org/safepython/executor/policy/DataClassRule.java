package org.safepython.executor.policy;

import java.util.List;
import java.util.Set;
import org.safepython.executor.settings.Terms;

/**
 * Allows data classes that are what their text says. {@code dataclass} puts the names of fields into text that it
 * executes, and reads attributes by them: these names must not be made while the program runs, neither in a class that
 * no class statement made nor in a {@code field()} that somebody else gets hold of.
 */
record DataClassRule(Terms terms) implements Rule {

    private static final String DATA_CLASS = "dataclasses.dataclass";
    private static final String FIELD = "dataclasses.field";
    /** Bases of the library that do nothing with the values in a class body. */
    private static final Set<String> PLAIN_BASES = Set.of("abc.ABC", "typing.Generic", "typing.Protocol");

    private static final Set<String> WAYS_TO_KW_ONLY = Set.of("dataclasses", "dataclasses.KW_ONLY");

    @Override
    public void judge(Program program, Findings findings) {
        if (!terms.modules().contains("dataclasses") || program.importedNames().isEmpty()) {
            return;
        }
        Imports imports = new Imports(program, terms.modules());
        List<ClassStatement> dataClasses = program.classes().stream()
                .filter(statement -> statement.decorators().stream().anyMatch(use -> imports.mean(use, DATA_CLASS)))
                .toList();
        List<AnnotatedCall> fields = program.annotatedCalls().stream()
                .filter(value -> imports.mean(value.maker(), FIELD))
                .toList();
        if (!dataClasses.isEmpty() || !fields.isEmpty()) {
            KnownClasses known = KnownClasses.of(program, terms.modules());
            judgeClasses(dataClasses, program, known, findings);
            judgeFields(fields, dataClasses, program, known, findings);
        }
    }

    private void judgeClasses(
            List<ClassStatement> dataClasses, Program program, KnownClasses known, Findings findings) {
        boolean tampering = ClassMaking.canTamper(program, known);
        for (ClassStatement statement : dataClasses) {
            if (!isPlain(statement, known)) {
                refuse(
                        statement.decorators().get(0),
                        "takes classes with known bases, without a metaclass, and under no other decorators than"
                                + " those of its kind",
                        findings);
            } else if (tampering) {
                refuse(
                        statement.decorators().get(0),
                        "cannot be used together with copy, asdict or astuple where the program makes classes while"
                                + " it runs",
                        findings);
            }
        }
    }

    private static boolean isPlain(ClassStatement statement, KnownClasses known) {
        return known.isPlain(statement)
                && (statement.scope() != Scope.CLASS
                        || (statement.bases().isEmpty() && statement.metaclass().isEmpty()))
                && statement.bases().stream()
                        .filter(base -> !base.contains("."))
                        .allMatch(base -> base.endsWith("]") || known.knows(base));
    }

    private void judgeFields(
            List<AnnotatedCall> fields,
            List<ClassStatement> dataClasses,
            Program program,
            KnownClasses known,
            Findings findings) {
        boolean making = !fields.isEmpty() && ClassMaking.isPossible(program, known);
        boolean keywordsOnly = program.importedNames().stream()
                .anyMatch(imported -> WAYS_TO_KW_ONLY.contains(Meaning.of(imported.origin(), List.of(), terms.modules())
                        .path()));
        for (AnnotatedCall field : fields) {
            if (making) {
                refuse(field.maker(), "cannot be used where the program makes classes while it runs", findings);
            } else if (dataClasses.stream()
                    .filter(statement -> statement.body() == field.maker().body())
                    .noneMatch(statement -> takesFields(statement, known))) {
                refuse(
                        field.maker(),
                        "can only be used in a class whose innermost decorator is dataclass and whose bases are plain",
                        findings);
            } else if (keywordsOnly && !isTyped(field, known)) {
                refuse(field.maker(), "needs the name of a type for an annotation here", findings);
            }
            judgeReads(field, program, findings);
        }
    }

    /** Whether nobody gets the fields of a class before {@code dataclass} does. */
    private static boolean takesFields(ClassStatement statement, KnownClasses known) {
        Reference innermost = statement.decorators().get(statement.decorators().size() - 1);
        return known.meanings(innermost).stream()
                        .allMatch(meaning -> meaning.member().equals(DATA_CLASS))
                && statement.bases().stream()
                        .map(base -> base.replace("[]", ""))
                        .allMatch(base -> !known.isMember(base) || PLAIN_BASES.contains(known.member(base)));
    }

    private static boolean isTyped(AnnotatedCall field, KnownClasses known) {
        return field.types()
                .filter(types -> types.stream()
                        .allMatch(type -> known.isMember(type) || (!type.contains(".") && known.knows(type))))
                .isPresent();
    }

    /** In the class body a field's name stands for what {@code field()} made. */
    private static void judgeReads(AnnotatedCall field, Program program, Findings findings) {
        program.references().stream()
                .filter(reference -> reference.path().get(0).equals(field.name())
                        && reference.body().isWithin(field.maker().body())
                        && !reference.body().hides(field.name()))
                .forEach(reference ->
                        refuse(reference, "is a field and cannot be used in the body of its class", findings));
    }

    private static void refuse(Reference reference, String what, Findings findings) {
        findings.add(RuleName.DATA_CLASS, reference, what);
    }
}
