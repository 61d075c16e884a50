package org.safepython.executor.policy;

import java.util.Optional;

/**
 * A module that is imported.
 *
 * @param module its dotted name, with the leading dots of a relative import
 * @param span the whole statement
 * @param scope in which body, where the front end also says what names the import binds and what becomes of them
 */
record ImportedModule(String module, Span span, Optional<Scope> scope) {

    /** An import of which no more is known. */
    ImportedModule(String module, Span span) {
        this(module, span, Optional.empty());
    }
}
