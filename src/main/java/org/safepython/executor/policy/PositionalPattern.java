package org.safepython.executor.policy;

/**
 * A class pattern with positional parts: it reads the attributes that the {@code __match_args__} of the class lists.
 *
 * @param type what stands for the class if that is a simple name, else empty
 * @param scope in which body
 * @param span where the class is named
 */
record PositionalPattern(String type, Scope scope, Span span) {}
