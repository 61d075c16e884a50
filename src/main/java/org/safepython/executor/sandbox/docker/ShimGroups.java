package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.model.HostConfig;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which containers share a shim, the process that the engine keeps beside each container: so many in a row. It ends with the
 * last of them, and whatever ends it before ends no other's. An engine that is too old gives each its own. Thread safe.
 */
final class ShimGroups {
    private static final String GROUP = "io.containerd.runc.v2.group";

    private final String owner;
    private final int size;
    private final AtomicLong joined = new AtomicLong();

    ShimGroups(String owner, int size) {
        this.owner = owner;
        this.size = size;
    }

    /** Puts the next container into its group. */
    void join(HostConfig container) {
        if (size > 1) {
            container.withAnnotations(Map.of(GROUP, owner + "/" + joined.getAndIncrement() / size));
        }
    }
}
