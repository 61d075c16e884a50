/** Who may do what: API keys, those signed in at the page, and how often each may ask. */
@NullMarked
package org.safepython.executor.access;

import org.jspecify.annotations.NullMarked;
