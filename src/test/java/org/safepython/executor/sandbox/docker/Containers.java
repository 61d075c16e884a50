package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.safepython.executor.Await;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** Looks at the containers of one instance from beside the product. */
public final class Containers implements AutoCloseable {
    private final Engine engine;
    private final String instance;

    public Containers(Settings settings) {
        this.engine = new Engine(settings.engine());
        this.instance = settings.engine().instance();
    }

    /** The real sandbox. */
    public static Sandbox sandbox(Settings settings) {
        return new DockerSandbox(settings);
    }

    /** One whose containers lack some walls. */
    public static Sandbox sandbox(Settings settings, List<String> removedWalls) {
        return new DockerSandbox(settings, new BreachedWalls(settings, removedWalls));
    }

    /** Ids of all containers of the instance, running or not. */
    public List<String> ids() {
        return engine.containers(instance).stream().map(Container::getId).toList();
    }

    /** How many of them are running. */
    public long running() {
        return engine.containers(instance).stream()
                .filter(container -> "running".equals(container.getState()))
                .count();
    }

    /** Kills a container as an operator would. */
    public void kill(String id) {
        engine.client().killContainerCmd(id).withSignal("KILL").exec();
    }

    /** Kills a container that may be gone already. */
    public void killIfThere(String id) {
        try {
            kill(id);
        } catch (NotFoundException | ConflictException gone) {
            // Somebody was faster.
        }
    }

    /** The processes that the engine keeps beside those that have begun, each beside one container or several. */
    public Set<ProcessHandle> shims() {
        return ids().stream()
                .map(id -> Objects.requireNonNull(inspect(id).getState().getPidLong()))
                .filter(pid -> pid > 0)
                .map(pid -> ProcessHandle.of(pid)
                        .flatMap(ProcessHandle::parent)
                        .orElseThrow(() -> new AssertionError("process " + pid + " is gone")))
                .collect(Collectors.toSet());
    }

    /** What the engine knows of a container. */
    InspectContainerResponse inspect(String id) {
        return engine.client().inspectContainerCmd(id).exec();
    }

    /** All that the engine tells of a container. */
    public String described(String id) {
        return inspect(id).toString();
    }

    /** Waits until none of them runs; tells those that still do. */
    public List<String> awaitNoneRunning() throws InterruptedException {
        for (int i = 0; i < 100 && !runningIds().isEmpty(); i++) {
            Thread.sleep(50);
        }
        return runningIds();
    }

    private List<String> runningIds() {
        return engine.containers(instance).stream()
                .filter(container -> "running".equals(container.getState()))
                .map(Container::getId)
                .toList();
    }

    /** Waits until there are so many, for some seconds; tells which there are. */
    public List<String> await(int count) throws InterruptedException {
        return await(count, 10_000);
    }

    /** Waits until none is left, for some seconds; tells those that stayed. */
    public List<String> awaitNone() throws InterruptedException {
        return awaitNone(5000);
    }

    /** Waits so long until none is left; tells those that stayed. */
    public List<String> awaitNone(long millis) throws InterruptedException {
        return await(0, millis);
    }

    private List<String> await(int count, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        List<String> ids = ids();
        while (ids.size() != count && System.nanoTime() < end) {
            Thread.sleep(20);
            ids = ids();
        }
        return ids;
    }

    /** Has the sandbox fill its pool of Python 3 and tidy up until there are its containers alone. */
    public void awaitPool(Sandbox sandbox, int size, Duration longest) {
        sandbox.prepare(Language.PYTHON3);
        Await.until(longest, () -> {
            sandbox.tidy();
            return sandbox.supply(Language.PYTHON3).warm() == size && ids().size() == size;
        });
    }

    /** Has a sandbox that gives out no more tidy up until there are none. */
    public void awaitTidied(Sandbox sandbox, Duration longest) {
        Await.until(longest, () -> {
            sandbox.tidy();
            return ids().isEmpty();
        });
    }

    @Override
    public void close() {
        engine.close();
    }
}
