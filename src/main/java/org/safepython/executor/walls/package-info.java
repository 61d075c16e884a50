/** Proves the walls: attacks containers of our own, in the way of every program, and says which wall has held. */
@NullMarked
package org.safepython.executor.walls;

import org.jspecify.annotations.NullMarked;
