package org.safepython.executor.sandbox.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;

/** Adds to docker-java's host configuration the field that it lacks. */
final class MaskingHostConfig extends HostConfig {
    private static final long serialVersionUID = 1L;

    @JsonProperty("MaskedPaths")
    private List<String> maskedPaths = List.of();

    /** Hides these paths, and no others, from the container. */
    MaskingHostConfig mask(List<String> paths) {
        maskedPaths = List.copyOf(paths);
        return this;
    }

    List<String> maskedPaths() {
        return maskedPaths;
    }
}
