package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.model.Container;
import java.util.List;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.settings.Settings;

/** Looks at the containers of one instance from beside the product. */
public final class Containers implements AutoCloseable {
    private final Engine engine;
    private final String instance;

    public Containers(Settings settings) {
        this.engine = new Engine(settings.engine().host());
        this.instance = settings.engine().instance();
    }

    /** The real sandbox. */
    public static Sandbox sandbox(Settings settings) {
        return new DockerSandbox(settings);
    }

    /** Ids of all containers of the instance, running or not. */
    public List<String> ids() {
        return engine.containers(instance).stream().map(Container::getId).toList();
    }

    /** Kills a container as an operator would. */
    public void kill(String id) {
        engine.kill(id);
    }

    /** Waits until none is left; tells those that stayed. */
    public List<String> awaitNone() throws InterruptedException {
        for (int i = 0; i < 100 && !ids().isEmpty(); i++) {
            Thread.sleep(50);
        }
        return ids();
    }

    @Override
    public void close() {
        engine.close();
    }
}
