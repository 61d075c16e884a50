package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.safepython.executor.settings.EngineSettings;
import org.safepython.executor.settings.Language;

/** A language's guest image: the name this build gave it, or the operator's, and the id that containers run by. Thread safe. */
final class GuestImage {
    private final String name;

    GuestImage(Language language, EngineSettings settings) {
        String configured = settings.images().getOrDefault(language, "");
        this.name = configured.isEmpty() ? resource(language.label() + ".image").strip() : configured;
    }

    String name() {
        return name;
    }

    /** The id behind the name now; empty where the engine has no such image. */
    Optional<String> id(DockerClient engine) {
        try {
            return Optional.ofNullable(engine.inspectImageCmd(name).exec().getId());
        } catch (NotFoundException missing) {
            return Optional.empty();
        }
    }

    static String resource(String file) {
        try (InputStream in = GuestImage.class.getResourceAsStream("/guest/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
