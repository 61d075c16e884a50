package org.safepython.executor;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks the executors that the server manages for this application. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Threads {}
