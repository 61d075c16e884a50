package org.safepython.executor;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the executor whose threads write answers, which slow readers can hold up; one that the server manages. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {}
