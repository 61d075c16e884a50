package org.safepython.executor.sandbox;

import org.safepython.executor.settings.Language;

/**
 * What runs programs. Immutable.
 *
 * @param language the language of the programs
 * @param image the id of the image
 * @param python the interpreter's version, {@code 3.13.5}
 */
public record Guest(Language language, String image, String python) {}
