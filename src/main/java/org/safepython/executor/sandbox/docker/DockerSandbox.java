package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.SandboxUnavailableException;
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
    private final GuestImage image;
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
        this.image = new GuestImage(settings.engine().image());
        this.instance = settings.engine().instance();
        this.walls = walls;
    }

    @Override
    public Cell lease() throws SandboxUnavailableException {
        String name = "exec-" + HexFormat.of().formatHex(randomBytes());
        live.add(name);
        try {
            String imageId = image.id(engine.client());
            String container = engine.create(imageId, name, instance, walls);
            return DockerCell.start(engine, container, imageId, () -> remove(name));
        } catch (IOException | RuntimeException failure) {
            remove(name);
            roundsToTidy.set(ROUNDS_AFTER_FAILURE);
            throw new SandboxUnavailableException(reason(failure) + ": " + failure, failure);
        }
    }

    @Override
    public Optional<String> impediment() {
        try {
            engine.ping();
            image.id(engine.client());
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(reason(failure));
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

    /** For everybody: what is wrong, without the engine's own words. */
    private static String reason(Exception failure) {
        return failure instanceof NotFoundException ? "the guest image is not there" : "the engine gives no container";
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return bytes;
    }

    @PreDestroy
    void close() {
        tidy();
        engine.close();
    }
}
