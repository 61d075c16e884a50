/** The page: a Faces view over the service. Thin on purpose; everything a program wrote is shown as text. */
@NullMarked
package org.safepython.executor.web;

import org.jspecify.annotations.NullMarked;
