package org.safepython.executor.policy;

import java.util.Optional;

/**
 * What an import binds to a name.
 *
 * @param module dotted name of a module
 * @param member its member, where it is not the module itself
 */
record Origin(String module, Optional<String> member) {}
