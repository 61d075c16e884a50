package org.safepython.executor.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        return heads.stream().map(this::from).toList();
    }

    private List<String> from(String head) {
        List<String> path = new ArrayList<>(1 + tail.size());
        path.add(head);
        path.addAll(tail);
        return path;
    }
}
