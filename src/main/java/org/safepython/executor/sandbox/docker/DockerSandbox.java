package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.model.Container;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/**
 * Makes a container for each cell: created, attached, started, ready; removed when the cell is closed. Thread safe.
 *
 * <p>Every container is known by name before the engine hears of it, so that one whose creation or removal failed half
 * way is found again by {@link #tidy}.
 */
@Singleton
public class DockerSandbox implements Sandbox {
    private static final Logger LOG = Logger.getLogger(DockerSandbox.class.getName());

    /** An engine that gave up on us may still finish what we asked for: look more than once. */
    private static final int ROUNDS_AFTER_FAILURE = 4;

    private final SecureRandom random = new SecureRandom();
    private final Set<String> live = ConcurrentHashMap.newKeySet();
    private final AtomicInteger roundsToTidy = new AtomicInteger(1);
    private final Engine engine;
    private final Map<Language, GuestImage> images = new EnumMap<>(Language.class);
    private final GuestBuilds builds;
    private final ContainerWalls walls;
    private final String instance;

    @Inject
    public DockerSandbox(Settings settings) {
        this(
                settings,
                new ContainerWalls(
                        settings.container(),
                        GuestImage.resource("seccomp.json"),
                        settings.engine().runtime()));
    }

    DockerSandbox(Settings settings, ContainerWalls walls) {
        this.engine = new Engine(settings.engine().host());
        this.builds = new GuestBuilds(settings.engine());
        settings.languages().forEach(language -> images.put(language, new GuestImage(language, settings.engine())));
        this.instance = settings.engine().instance();
        this.walls = walls;
    }

    @Override
    public Cell lease(Language language) throws SandboxUnavailableException {
        String image = image(language).id();
        String name = "exec-" + HexFormat.of().formatHex(randomBytes());
        live.add(name);
        try {
            String container = engine.create(image, name, instance, walls);
            return DockerCell.start(engine, container, language, image, () -> remove(name));
        } catch (IOException | RuntimeException failure) {
            remove(name);
            roundsToTidy.set(ROUNDS_AFTER_FAILURE);
            throw noContainer(failure);
        }
    }

    /** A language's image as it is now. */
    private GuestImage.Found image(Language language) throws SandboxUnavailableException {
        GuestImage image = Objects.requireNonNull(images.get(language));
        try {
            return image.find(engine.client()).orElseThrow(() -> missing(language, image));
        } catch (RuntimeException failure) {
            throw noContainer(failure);
        }
    }

    private SandboxUnavailableException missing(Language language, GuestImage image) {
        GuestState state = builds.mayBring(language)
                ? new GuestState.Preparing()
                : new GuestState.Absent("this installation has no image for " + language.label());
        return new SandboxUnavailableException(state, "The engine has no image " + image.name(), null);
    }

    private static SandboxUnavailableException noContainer(Exception failure) {
        GuestState state = new GuestState.Absent("the engine gives no container");
        return new SandboxUnavailableException(state, "The engine gives no container: " + failure, failure);
    }

    @Override
    public GuestState state(Language language) {
        try {
            return new GuestState.Ready(image(language).python());
        } catch (SandboxUnavailableException unavailable) {
            return unavailable.state();
        }
    }

    @Override
    public void prepare(Language language) {
        if (builds.mayBring(language) && state(language) instanceof GuestState.Preparing) {
            builds.begin(language);
        }
    }

    @Override
    public void tidy() {
        if (roundsToTidy.get() == 0) {
            return;
        }
        try {
            engine.containers(instance).stream()
                    .filter(container -> !isLive(container))
                    .forEach(container -> engine.remove(container.getId()));
            roundsToTidy.decrementAndGet();
        } catch (RuntimeException failure) {
            LOG.log(Level.FINE, "Leftovers could not be removed yet", failure);
        }
    }

    private boolean isLive(Container container) {
        return Arrays.stream(container.getNames()).anyMatch(name -> live.contains(name.substring(1)));
    }

    private void remove(String name) {
        try {
            engine.remove(name);
        } catch (RuntimeException failure) {
            roundsToTidy.set(ROUNDS_AFTER_FAILURE);
            LOG.log(Level.WARNING, "Container {0} could not be removed yet", name);
        } finally {
            live.remove(name);
        }
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return bytes;
    }

    @PreDestroy
    void close() {
        builds.close();
        tidy();
        engine.close();
    }
}
