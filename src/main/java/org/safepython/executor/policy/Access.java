package org.safepython.executor.policy;

/** In what way a program names an attribute. */
enum Access {
    READ,
    /** Called at once on {@code super()} or on a builtin class of values. */
    CALLED_ON_BASE,
    /** Read for nothing but the name that every class has. */
    READ_FOR_NAME,
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

    boolean changes() {
        return this == SET || this == UPDATED || this == DELETED;
    }

    boolean reads() {
        return this != SET && this != DELETED && this != CALL_KEYWORD;
    }
}
