package org.safepython.executor.policy;

import java.util.Optional;

/**
 * The name of an attribute.
 *
 * @param name NFKC-normalised, and mangled where Python mangles it
 * @param access in what way it is used
 * @param template the text of the string literal whose attribute this is, if it is one and the attribute is called at
 *     once
 * @param span where the name stands
 */
record AttributeUse(String name, Access access, Optional<String> template, Span span) {}
