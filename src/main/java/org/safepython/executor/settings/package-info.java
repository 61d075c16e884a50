/**
 * What an operator can set: one immutable {@link org.safepython.executor.settings.Settings}, read and checked once at
 * start. The table of names, units, defaults and bounds is {@link org.safepython.executor.settings.Setting}.
 */
@NullMarked
package org.safepython.executor.settings;

import org.jspecify.annotations.NullMarked;
