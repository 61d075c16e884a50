package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
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
    private static final String PYTHON_LABEL = "org.safepython.guest.python";

    private final String name;
    private volatile Optional<Found> last = Optional.empty();

    GuestImage(Language language, EngineSettings settings) {
        String configured = settings.images().getOrDefault(language, "");
        this.name = configured.isEmpty() ? resource(language.label() + ".image").strip() : configured;
    }

    String name() {
        return name;
    }

    /**
     * What the engine has behind a name.
     *
     * @param id what containers run by
     * @param python the interpreter's version; empty where the image does not say
     */
    record Found(String id, Optional<String> python) {}

    /** What was behind the name when the engine was last asked; empty where it had no such image. */
    Optional<Found> last() {
        return last;
    }

    /** What is behind the name now; empty where the engine has no such image. */
    Optional<Found> find(DockerClient engine) {
        last = look(engine);
        return last;
    }

    private Optional<Found> look(DockerClient engine) {
        try {
            InspectImageResponse image = engine.inspectImageCmd(name).exec();
            return Optional.ofNullable(image.getId()).map(id -> new Found(id, python(image)));
        } catch (NotFoundException missing) {
            return Optional.empty();
        }
    }

    private static Optional<String> python(InspectImageResponse image) {
        return Optional.ofNullable(image.getConfig())
                .map(ContainerConfig::getLabels)
                .map(labels -> labels.get(PYTHON_LABEL));
    }

    static String resource(String file) {
        try (InputStream in = GuestImage.class.getResourceAsStream("/guest/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
