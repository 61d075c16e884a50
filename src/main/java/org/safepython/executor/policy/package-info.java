/**
 * Judges Python source before anything runs: text in, violations out. {@link
 * org.safepython.executor.policy.CodePolicy} is the only door. Nothing here knows containers, HTTP or the service.
 */
@NullMarked
package org.safepython.executor.policy;

import org.jspecify.annotations.NullMarked;
