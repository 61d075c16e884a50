package org.safepython.executor.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A dotted path as it is written.
 *
 * @param heads the names by which Python may know its first part: private ones are mangled
 * @param tail the other parts
 * @param spans where each part stands
 */
record DottedPath(Set<String> heads, List<String> tail, List<Span> spans) {

    /** The path with the first of its heads. */
    String text() {
        return String.join(".", names().get(0));
    }

    /** Reads the path with the first of its heads. */
    Reference reference(Use use, Body body) {
        return new Reference(names().get(0), Access.READ, use, body, spans);
    }

    /** The path, once for each head. */
    List<List<String>> names() {
        return heads.stream()
                .map(head -> Stream.concat(Stream.of(head), tail.stream()).toList())
                .toList();
    }
}
