package org.safepython.executor.sandbox;

/**
 * What runs programs. Immutable.
 *
 * @param image the id of the image
 * @param python the interpreter's version, {@code 3.13.5}
 */
public record Guest(String image, String python) {}
