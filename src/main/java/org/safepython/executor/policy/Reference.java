package org.safepython.executor.policy;

import java.util.List;

/**
 * A dotted path that begins with a name: {@code x}, {@code x.y.z}. What a path continues with after a call or a
 * subscript is an {@link AttributeUse} only.
 *
 * @param path NFKC-normalised
 * @param access what happens to the last part; all others are read
 * @param use for what it is read
 * @param body where it is looked up
 * @param spans where each part stands
 */
record Reference(List<String> path, Access access, Use use, Body body, List<Span> spans) {

    Reference {
        path = List.copyOf(path);
        spans = List.copyOf(spans);
    }
}
