package org.safepython.executor.policy;

/** In what way a program writes an identifier that is not an attribute. */
enum Role {
    READ,
    /** Target of an assignment, plain, annotated, augmented or unpacking. */
    ASSIGNED,
    /** Target of an assignment, by itself, of a literal tuple of string literals. */
    ASSIGNED_STRINGS,
    /** Target of an assignment, by itself, of what a call of a dotted path returns. */
    ASSIGNED_CALL,
    DELETED,
    PARAMETER,
    IMPORT_ALIAS,
    LOOP_TARGET,
    WITH_TARGET,
    EXCEPT_TARGET,
    WALRUS_TARGET,
    COMPREHENSION_TARGET,
    FUNCTION,
    CLASS,
    TYPE_PARAMETER,
    TYPE_ALIAS,
    CAPTURE,
    STAR_CAPTURE,
    REST_CAPTURE,
    GLOBAL,
    NONLOCAL;

    boolean assigns() {
        return this == ASSIGNED || this == ASSIGNED_STRINGS || this == ASSIGNED_CALL;
    }
}
