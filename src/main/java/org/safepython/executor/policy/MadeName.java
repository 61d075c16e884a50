package org.safepython.executor.policy;

/**
 * A name that is assigned what a call returns.
 *
 * @param name as the program calls it
 * @param scope in which body
 * @param maker the dotted path that is called
 */
record MadeName(String name, Scope scope, String maker) {}
