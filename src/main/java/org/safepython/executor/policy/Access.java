package org.safepython.executor.policy;

/** In what way a program names an attribute. */
enum Access {
    READ,
    SET,
    /** Augmented assignment: read, then set. */
    UPDATED,
    DELETED,
    /** Keyword of a class pattern, which reads. */
    PATTERN_KEYWORD,
    /** Entry of a {@code __match_args__}, which class patterns read. */
    MATCH_ARGUMENT,
    /** {@code from module import name}, which reads. */
    IMPORTED,
    /** Keyword of a call or a class statement: an attribute only where the callee makes it one. */
    CALL_KEYWORD;

    boolean reads() {
        return this != SET && this != DELETED && this != CALL_KEYWORD;
    }
}
