package org.safepython.executor.policy;

import java.util.List;
import java.util.Optional;

/**
 * A class statement.
 *
 * @param name of the class
 * @param scope in which body it stands
 * @param plain whether nothing is unpacked in its header, and its bases, its metaclass and its decorators are dotted
 *     paths; bases may be subscripted, decorators called
 * @param bases the dotted paths of its bases, {@code x[]} where subscripted
 * @param metaclass the dotted path of its metaclass
 * @param decorators what decorates it
 * @param makers the dotted paths whose calls its body assigns to public names; empty for a number or a text
 * @param body its body
 */
record ClassStatement(
        String name,
        Scope scope,
        boolean plain,
        List<String> bases,
        Optional<String> metaclass,
        List<Reference> decorators,
        List<String> makers,
        Body body) {

    ClassStatement {
        bases = List.copyOf(bases);
        decorators = List.copyOf(decorators);
        makers = List.copyOf(makers);
    }

    /** A class with bases at the most, of whose body no more is known. */
    ClassStatement(String name, Scope scope, boolean plain, List<String> bases) {
        this(name, scope, plain, bases, Optional.empty(), List.of(), List.of(), Body.module());
    }
}
