package org.safepython.executor.sandbox.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;

/** Adds to docker-java's host configuration the field that it lacks. */
final class MaskingHostConfig extends HostConfig {
    private static final long serialVersionUID = 1L;

    @JsonProperty("MaskedPaths")
    private final List<String> maskedPaths;

    MaskingHostConfig(List<String> maskedPaths) {
        this.maskedPaths = List.copyOf(maskedPaths);
    }

    List<String> maskedPaths() {
        return maskedPaths;
    }
}
