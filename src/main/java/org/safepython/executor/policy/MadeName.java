package org.safepython.executor.policy;

/**
 * A name that is assigned what a call returns.
 *
 * @param name as the program calls it
 * @param scope in which body
 * @param maker the dotted path that is called
 * @param fields whether the call names fields, all of them literally: each is an attribute, too, that is read
 */
record MadeName(String name, Scope scope, String maker, boolean fields) {}
