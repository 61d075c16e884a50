/**
 * Runs one program behind walls. {@link org.safepython.executor.sandbox.Sandbox} is the door; it says nothing of how the
 * walls are built, and knows neither judging nor HTTP.
 */
@NullMarked
package org.safepython.executor.sandbox;

import org.jspecify.annotations.NullMarked;
