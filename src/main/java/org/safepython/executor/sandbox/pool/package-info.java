/**
 * Keeps cells ready before they are asked for, each for one program. {@link org.safepython.executor.sandbox.pool.CellPool}
 * is the door; it knows when cells are to be made and removed, and nothing of how.
 */
@NullMarked
package org.safepython.executor.sandbox.pool;

import org.jspecify.annotations.NullMarked;
