package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The guest image: the name this build gave it, or the operator's, and the id that containers run by. Thread safe. */
final class GuestImage {
    private final String name;

    GuestImage(String configured) {
        this.name = configured.isEmpty() ? nameOfThisBuild() : configured;
    }

    String name() {
        return name;
    }

    /** The id behind the name now. Throws docker-java's NotFoundException where the engine has no such image. */
    String id(DockerClient engine) {
        return Objects.requireNonNull(engine.inspectImageCmd(name).exec().getId());
    }

    static String resource(String file) {
        try (InputStream in = GuestImage.class.getResourceAsStream("/guest/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String nameOfThisBuild() {
        return resource("image.name").strip();
    }
}
