package org.safepython.executor.policy;

/** What kind of body an identifier is written in. Lambdas, comprehensions and parameters belong to a function. */
enum Scope {
    MODULE,
    CLASS,
    FUNCTION
}
