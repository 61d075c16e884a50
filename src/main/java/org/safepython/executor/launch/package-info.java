/** The start of the single jar: checks what can be checked before a server boots, boots it, says when it serves. */
@NullMarked
package org.safepython.executor.launch;

import org.jspecify.annotations.NullMarked;
