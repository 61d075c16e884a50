package org.safepython.executor.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where the engine answers and what it shall run. Immutable.
 *
 * @param host {@code unix:///path} or {@code tcp://host:port}
 * @param tls what TLS to it is spoken with, and shown; empty for none
 * @param images the guest image of each language, empty for the one of this build
 * @param recipe the folder of the script that builds missing images
 * @param runtime the engine's runtime, empty for its default
 * @param shimContainers how many containers in a row share a shim, 1 for none
 * @param instance whose containers these are, the value of their label
 */
public record EngineSettings(
        URI host,
        Optional<SSLContext> tls,
        Map<Language, String> images,
        Optional<Path> recipe,
        String runtime,
        int shimContainers,
        String instance) {
    public EngineSettings {
        images = Map.copyOf(images);
    }
}
