package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.sandbox.pool.CellMaker;
import org.safepython.executor.settings.EngineSettings;
import org.safepython.executor.settings.Language;

/**
 * Makes a container for each cell: created, attached, started, ready; removed when the cell is closed. Thread safe.
 *
 * <p>Every container is known by name before the engine hears of it, so that one whose creation or removal failed half
 * way is found again by {@link #tidy}.
 */
final class DockerCells implements CellMaker {
    private static final Logger LOG = Logger.getLogger(DockerCells.class.getName());

    /** An engine that gave up on us may still finish what we asked for: look more than once. */
    private static final int ROUNDS_AFTER_FAILURE = 4;

    private final SecureRandom random = new SecureRandom();
    private final Set<String> live = ConcurrentHashMap.newKeySet();
    private final AtomicInteger roundsToTidy = new AtomicInteger(1);
    private final Engine engine;
    private final GuestImages images;
    private final ContainerWalls walls;
    private final ShimGroups shims;
    private final String instance;

    DockerCells(Engine engine, GuestImages images, ContainerWalls walls, EngineSettings settings) {
        this.engine = engine;
        this.images = images;
        this.walls = walls;
        this.shims = new ShimGroups(settings.shimContainers());
        this.instance = settings.instance();
    }

    /** The image may be another by now, or the container may have been killed while it started: so there is a second try. */
    @Override
    public DockerCell make(Language language) throws SandboxUnavailableException {
        try {
            return make(language, images.last(language).id());
        } catch (IOException | RuntimeException failure) {
            LOG.log(Level.FINE, "A container could not be made", failure);
        }
        String image = images.find(language).id();
        try {
            return make(language, image);
        } catch (IOException | RuntimeException failure) {
            throw GuestImages.noContainer(failure);
        }
    }

    private DockerCell make(Language language, String image) throws IOException {
        String name = "exec-" + HexFormat.of().formatHex(randomBytes());
        live.add(name);
        try {
            String container = engine.create(image, name, instance, walls, shims);
            return DockerCell.start(
                    engine,
                    container,
                    new DockerCell.Origin(language, image, images),
                    () -> remove(name, Level.WARNING));
        } catch (IOException | RuntimeException | Error failure) {
            remove(name, Level.FINE);
            roundsToTidy.set(ROUNDS_AFTER_FAILURE);
            shims.leave();
            throw failure;
        }
    }

    /** Removes the containers of this instance that no cell has. */
    void tidy() {
        if (roundsToTidy.get() == 0) {
            return;
        }
        try {
            long left = engine.containers(instance).stream()
                    .filter(container -> !isLive(container) && !isRemoved(container))
                    .count();
            if (left == 0) {
                roundsToTidy.decrementAndGet();
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.FINE, "Leftovers could not be removed yet", failure);
        }
    }

    /** Removes all containers of this instance, at the end. */
    void removeAll() {
        live.clear();
        roundsToTidy.set(1);
        tidy();
    }

    private boolean isRemoved(Container container) {
        try {
            engine.remove(container.getId());
            return true;
        } catch (RuntimeException failure) {
            LOG.log(Level.FINE, failure, () -> "Container " + container.getId() + " could not be removed yet");
            return false;
        }
    }

    private boolean isLive(Container container) {
        return Arrays.stream(container.getNames()).anyMatch(name -> live.contains(name.substring(1)));
    }

    private void remove(String name, Level ifNot) {
        try {
            engine.remove(name);
        } catch (RuntimeException failure) {
            roundsToTidy.set(ROUNDS_AFTER_FAILURE);
            LOG.log(ifNot, "Container {0} could not be removed yet", name);
        } finally {
            live.remove(name);
        }
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return bytes;
    }
}
