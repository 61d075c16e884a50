/**
 * The sandbox on a Docker engine: one container a cell, created for it and removed after it. The only package that knows
 * Docker; it exposes beans alone.
 */
@NullMarked
package org.safepython.executor.sandbox.docker;

import org.jspecify.annotations.NullMarked;
