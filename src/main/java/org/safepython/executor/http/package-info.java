/**
 * What stands before every resource and page: the guards, the public addresses, and the shape of problem answers. Knows
 * nothing of programs.
 */
@NullMarked
package org.safepython.executor.http;

import org.jspecify.annotations.NullMarked;
