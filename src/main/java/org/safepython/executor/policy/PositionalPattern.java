package org.safepython.executor.policy;

import java.util.Optional;

/**
 * A class pattern with positional parts: it reads the attributes that the {@code __match_args__} of the class lists.
 *
 * @param type what stands for the class, if that is a simple name
 * @param scope in which body
 * @param span where the class is named
 */
record PositionalPattern(Optional<String> type, Scope scope, Span span) {}
