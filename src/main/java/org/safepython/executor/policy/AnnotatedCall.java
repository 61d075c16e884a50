package org.safepython.executor.policy;

import java.util.Optional;
import java.util.Set;

/**
 * An annotated name of a class body that gets what a call returns.
 *
 * @param name as the class calls it
 * @param maker what is called; its body is that of the class
 * @param types the dotted paths that its annotation consists of, subscripts left out, if it consists of such
 */
record AnnotatedCall(String name, Reference maker, Optional<Set<String>> types) {

    AnnotatedCall {
        types = types.map(Set::copyOf);
    }
}
