/** What an operator needs of a running server: whether it is ready, and why not. */
@NullMarked
package org.safepython.executor.operate;

import org.jspecify.annotations.NullMarked;
