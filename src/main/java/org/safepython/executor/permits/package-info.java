/** Permits that clients get in turn, so that one who asks much delays himself alone. Knows nothing of what they are for. */
@NullMarked
package org.safepython.executor.permits;

import org.jspecify.annotations.NullMarked;
