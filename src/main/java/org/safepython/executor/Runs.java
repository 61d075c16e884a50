package org.safepython.executor;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the executor that runs programs, on threads of the server. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Runs {}
