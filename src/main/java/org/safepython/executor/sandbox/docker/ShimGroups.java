package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which containers share a shim, the process that the engine keeps beside a container: so many in a row, then the next begin
 * one of their own. It ends with the last of them; if it ends before, so do they. An engine that is too old gives each
 * container its own. Thread safe.
 */
final class ShimGroups {
    private static final String GROUP = "io.containerd.runc.v2.group";

    private final String owner = UUID.randomUUID().toString();
    private final AtomicLong joined = new AtomicLong();
    private final int size;

    ShimGroups(int size) {
        this.size = size;
    }

    /** Puts the next container into its group. */
    void join(CreateContainerCmd container) {
        if (size > 1) {
            Objects.requireNonNull(container.getHostConfig())
                    .withAnnotations(Map.of(GROUP, owner + "/" + joined.getAndIncrement() / size));
        }
    }

    /** Begins the next group: a container could not be started, perhaps since its shim was just ending. */
    void leave() {
        joined.updateAndGet(count -> (count / size + 1) * size);
    }
}
