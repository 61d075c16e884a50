package org.safepython.executor.policy;

import org.safepython.executor.settings.Terms;

/**
 * Refuses to match by position a class whose {@code __match_args__} cannot be seen. A class can be made without a class
 * statement, {@code type("M", (), {"__match_args__": names})}, and a pattern {@code M(x)} would then read whatever
 * attribute a computed string names.
 */
record PositionalPatternRule(Terms terms) implements Rule {

    private static final String MESSAGE =
            "cannot be matched by position: only builtins and plain classes of the program itself can";

    @Override
    public void judge(Program program, Findings findings) {
        if (program.patterns().isEmpty()) {
            return;
        }
        KnownClasses classes = KnownClasses.of(program, terms.modules());
        boolean tampering = ClassMaking.canTamper(program, classes);
        for (PositionalPattern pattern : program.patterns()) {
            // A metaclass made in the same way can hand a class body any object under any name.
            if (pattern.scope() == Scope.CLASS
                    || !pattern.type()
                            .filter(tampering ? classes::isForeign : classes::knows)
                            .isPresent()) {
                refuse(pattern, findings);
            }
        }
    }

    private static void refuse(PositionalPattern pattern, Findings findings) {
        pattern.type()
                .ifPresentOrElse(
                        type -> findings.add(
                                RuleName.DUNDER_ATTRIBUTE, type, MESSAGE, "use keywords, C(x=0)", pattern.span()),
                        () -> findings.add(RuleName.DUNDER_ATTRIBUTE, "a dotted class " + MESSAGE, pattern.span()));
    }
}
