package org.safepython.executor.policy;

/**
 * A name that an import statement binds. {@code import a.b} binds {@code a}.
 *
 * @param name as the program calls it, {@code *} for all names of a module
 * @param origin what it stands for
 * @param span where the import names it
 */
record ImportedName(String name, Origin origin, Span span) {}
