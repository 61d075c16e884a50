package org.safepython.executor.policy;

/**
 * A module that is imported.
 *
 * @param module its dotted name, with the leading dots of a relative import
 * @param span the whole statement
 * @param scope in which body
 */
record ImportedModule(String module, Span span, Scope scope) {}
