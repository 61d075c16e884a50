package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safepython.executor.settings.ContainerLimits;

/**
 * The walls around every program, all of them. Nothing of a request comes in here. Immutable, thread safe.
 *
 * <p>SECURITY.md says which attack each wall stops; src/test/resources/attacks shows each attack, with and without.
 */
class ContainerWalls {
    /** Docker's own list; naming any path replaces it. */
    private static final List<String> MASKED_BY_DOCKER = List.of(
            "/proc/acpi",
            "/proc/asound",
            "/proc/kcore",
            "/proc/keys",
            "/proc/latency_stats",
            "/proc/sched_debug",
            "/proc/scsi",
            "/proc/timer_list",
            "/proc/timer_stats",
            "/sys/devices/virtual/powercap",
            "/sys/firmware");

    /** Details of kernel and hardware that no program needs; message queues, which are there whatever the IPC mode. */
    private static final List<String> MASKED_BY_US = List.of(
            "/dev/mqueue",
            "/proc/config.gz",
            "/proc/diskstats",
            "/proc/interrupts",
            "/proc/iomem",
            "/proc/kallsyms",
            "/proc/kpagecount",
            "/proc/kpageflags",
            "/proc/modules",
            "/proc/slabinfo",
            "/proc/vmallocinfo",
            "/sys/block",
            "/sys/devices/virtual/dmi",
            "/sys/kernel",
            "/sys/module");

    private final ContainerLimits limits;
    private final String seccomp;
    private final String runtime;

    ContainerWalls(ContainerLimits limits, String seccomp, String runtime) {
        this.limits = limits;
        this.seccomp = seccomp;
        this.runtime = runtime;
    }

    /** Puts every wall into the command that creates a container. */
    CreateContainerCmd around(CreateContainerCmd container) {
        return container
                // Nobody: owns nothing, inside or outside.
                .withUser("65534:65534")
                // No interface is ever made; with the network mode "none" alone the engine would still make a sandbox.
                .withNetworkDisabled(true)
                .withHostName("sandbox")
                .withWorkingDir("/tmp")
                // Exactly these; a name without a value takes the engine's own away.
                .withEnv("HOME=/tmp", "LANG=C.UTF-8", "PATH=/usr/bin", "TZ=UTC", "HOSTNAME")
                // Not 0: removing a container that is just ending by itself, the engine would take the end for missed
                // and handle it twice, and keep an entry of the removed container until it restarts.
                .withStopTimeout(60)
                // Process 1 is deaf to others: an engine that ends would wait all that time for each waiting container.
                .withStopSignal("SIGKILL")
                .withHostConfig(hostConfig());
    }

    private HostConfig hostConfig() {
        List<String> masked =
                Stream.concat(MASKED_BY_DOCKER.stream(), MASKED_BY_US.stream()).toList();
        HostConfig host = new MaskingHostConfig()
                .mask(masked)
                // No interface but an unconnected loopback.
                .withNetworkMode("none")
                // Interpreter and libraries cannot be changed.
                .withReadonlyRootfs(true)
                // Memory with no swap behind it: the kernel ends what takes more.
                .withMemory(limits.memoryBytes())
                .withMemorySwap(limits.memoryBytes())
                .withMemorySwappiness(0L)
                // A spinning program takes its share and no more.
                .withNanoCPUs(limits.nanoCpus())
                // Fork and thread bombs end here.
                .withPidsLimit(limits.processes())
                // The only place to write: small, few files, nothing there can be run or be a device.
                .withTmpFs(Map.of("/tmp", tmpOptions()))
                // No shared memory, no message queues, no /dev/shm.
                .withIpcMode("none")
                // Not one capability, in no set.
                .withCapDrop(Capability.ALL)
                .withPrivileged(false)
                .withSecurityOpts(List.of(
                        // No set-id file or file capability gives anything.
                        "no-new-privileges=true",
                        // The system calls of server-config/guest/seccomp.json, no others.
                        "seccomp=" + seccomp))
                .withUlimits(List.of(
                        new Ulimit("nofile", (long) ContainerLimits.DESCRIPTORS, (long) ContainerLimits.DESCRIPTORS),
                        new Ulimit("core", 0L, 0L),
                        new Ulimit("fsize", ContainerLimits.FILE_BYTES, ContainerLimits.FILE_BYTES)))
                // What a program writes goes to its reader, never to the host's disk.
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE, Map.of()))
                // When the host runs out of memory, this goes before the server does.
                .withOomScoreAdj(500)
                .withInit(false)
                .withAutoRemove(false);
        return runtime.isEmpty() ? host : host.withRuntime(runtime);
    }

    private String tmpOptions() {
        return "rw,noexec,nosuid,nodev,size=%d,nr_inodes=%d,mode=1777"
                .formatted(limits.tmpBytes(), ContainerLimits.TMP_FILES);
    }
}
