package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.settings.EngineSettings;

/** The calls to the engine that a container's life takes. Every call ends within the deadline. Thread safe. */
final class Engine implements AutoCloseable {
    static final String LABEL = "org.safepython.executor";

    private static final Logger LOG = Logger.getLogger(Engine.class.getName());
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration OWN_END = Duration.ofSeconds(1);

    private final EngineHttp http;
    private final DockerClient client;
    private final EngineLife life;

    Engine(EngineSettings settings) {
        URI host = settings.host();
        this.http = new EngineHttp(host, settings.tls(), DEADLINE);
        this.client = DockerClientImpl.getInstance(
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost(host.toString())
                        .withDockerTlsVerify(false)
                        .build(),
                http);
        this.life = new EngineLife(http);
    }

    /** A number that is another when the engine was away since the last look. */
    int life() {
        return life.number();
    }

    DockerClient client() {
        return client;
    }

    /** Creates a container, not started, under a name and the label of its owner. */
    String create(String image, String name, String instance, ContainerWalls walls, ShimGroups shims) {
        CreateContainerCmd container = walls.around(client.createContainerCmd(image));
        shims.join(container);
        return container
                .withName(name)
                .withLabels(Map.of(LABEL, instance))
                .withStdinOpen(true)
                // When the attached server goes, the runner reads end of file and ends.
                .withStdInOnce(true)
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withTty(false)
                .exec()
                .getId();
    }

    EngineConnection attach(String container) throws IOException {
        return http.attach(container);
    }

    /** Closes an attachment after the deadline, unless the task is cancelled before. */
    Future<?> expire(EngineConnection connection) {
        return http.expire(connection);
    }

    void start(String container) {
        client.startContainerCmd(container).exec();
    }

    /** Whether the kernel killed the container as a whole for memory. */
    boolean killedForMemory(String container) {
        return Boolean.TRUE.equals(
                client.inspectContainerCmd(container).exec().getState().getOOMKilled());
    }

    /** Whether the engine writes down what comes out of a container. */
    boolean logs(String container) {
        InspectContainerResponse answer = client.inspectContainerCmd(container).exec();
        String path = answer.getLogPath();
        LogConfig kept = Objects.requireNonNull(answer.getHostConfig()).getLogConfig();
        return kept.getType() != LogConfig.LoggingType.NONE || (path != null && !path.isEmpty());
    }

    /** Waits a moment for the engine to have dealt with the end of a container that ends by itself. */
    void awaitEnd(String container) {
        Request wait = Request.builder()
                .method(Request.Method.POST)
                .path("/containers/" + container + "/wait")
                .build();
        try (Response ended = http.execute(wait, OWN_END)) {
            LOG.log(Level.FINEST, "Status {0}", ended.getStatusCode());
        } catch (RuntimeException notYet) {
            LOG.log(Level.FINE, "The end of a container was not seen", notYet);
        }
    }

    /** Ends and removes a container; one that is gone is removed. */
    void remove(String container) {
        try {
            client.removeContainerCmd(container)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException gone) {
            // What was wanted.
        }
    }

    /** All containers of an owner, running or not. */
    List<Container> containers(String instance) {
        return client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(LABEL, instance))
                .exec();
    }

    @Override
    public void close() {
        life.close();
        http.close();
    }
}
