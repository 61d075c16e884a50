/** The JAX-RS API: reads requests strictly, asks the service, writes its answers. Thin on purpose. */
@NullMarked
package org.safepython.executor.rest;

import org.jspecify.annotations.NullMarked;
