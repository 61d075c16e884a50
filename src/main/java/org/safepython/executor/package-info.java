/**
 * The service: judges a program, finds it a place, runs it under a deadline and says what became of it. {@link
 * org.safepython.executor.ExecutionService} is the door; it knows neither HTTP nor Docker.
 */
@NullMarked
package org.safepython.executor;

import org.jspecify.annotations.NullMarked;
