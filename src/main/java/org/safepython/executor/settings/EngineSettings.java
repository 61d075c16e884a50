package org.safepython.executor.settings;

import java.net.URI;

/**
 * Where the engine answers and what it shall run. Immutable.
 *
 * @param host {@code unix:///path} or {@code tcp://host:port}
 * @param image the guest image, empty for the one of this build
 * @param runtime the engine's runtime, empty for its default
 * @param instance whose containers these are, the value of their label
 */
public record EngineSettings(URI host, String image, String runtime, String instance) {}
