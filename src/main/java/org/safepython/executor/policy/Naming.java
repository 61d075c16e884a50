package org.safepython.executor.policy;

/**
 * An identifier that is not an attribute.
 *
 * @param name NFKC-normalised
 * @param role in what way it is written
 * @param scope in which body
 * @param span where
 */
record Naming(String name, Role role, Scope scope, Span span) {}
