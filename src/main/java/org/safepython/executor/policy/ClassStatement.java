package org.safepython.executor.policy;

import java.util.List;

/**
 * A class statement.
 *
 * @param name of the class
 * @param scope in which body it stands
 * @param plain whether nothing but its body and its bases decides what it is: no decorator, no metaclass, nothing
 *     unpacked, and every base a simple name
 * @param bases the names of its bases, if it is plain
 */
record ClassStatement(String name, Scope scope, boolean plain, List<String> bases) {

    ClassStatement {
        bases = List.copyOf(bases);
    }
}
