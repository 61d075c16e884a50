package org.safepython.executor.policy;

import java.util.EnumSet;

/** For what a program reads a dotted path. */
enum Use {
    /** For anything, or for what no other constant says. */
    VALUE("in any way"),
    /** To decorate a function, not called. */
    DECORATOR("as the decorator of a function"),
    /** Called with one positional argument, as the innermost decorator of a function. */
    FUNCTION_DECORATOR("as the innermost decorator of a function, with one argument"),
    /** To decorate a class, called without positional arguments or not called. */
    CLASS_DECORATOR("as the decorator of a class, with named arguments only"),
    /** Called for the value of an annotated name in a class body. */
    CLASS_VALUE("as the value of an annotated name in a class"),
    /** Called for a context manager. */
    WITH_ITEM("in a with statement that calls it"),
    /** As the annotation of a name that gets no value. */
    ANNOTATION("as the annotation of a name without a value"),
    /** As a base of a class, subscripted or not. */
    BASE("as the base of a class"),
    /** As the metaclass of a class. */
    METACLASS("as a metaclass"),
    /** Called with one positional argument, and the result looked at or compared by identity, not kept. */
    INSPECTED("to be looked at"),
    /** Called with one positional argument. */
    ONE_ARGUMENT("in a call with one argument"),
    /** Called with a literal name and literal names. */
    LITERAL_NAMES("in a call with a literal name and literal field names"),
    /** As {@link #INSPECTED}, but compared by {@code ==} or {@code in}, or printed. */
    COMPARED("to be compared");

    private final String words;

    Use(String words) {
        this.words = words;
    }

    /** Whether a use of the other kind is one of this kind, too. */
    boolean includes(Use other) {
        return this == other
                || (this == ONE_ARGUMENT
                        && EnumSet.of(FUNCTION_DECORATOR, INSPECTED, COMPARED).contains(other));
    }

    /** How a sentence says it. */
    String words() {
        return words;
    }
}
