package org.safepython.executor.sandbox.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.safepython.executor.settings.Settings;

/** The walls with some of them taken away, to see an attack succeed. Exists for tests alone. */
final class BreachedWalls extends ContainerWalls {
    private static final Capability[] POWERS = {
        Capability.SYS_ADMIN, Capability.SYS_MODULE, Capability.SYS_BOOT, Capability.SYSLOG, Capability.DAC_READ_SEARCH
    };
    private static final long GIBIBYTE = 1L << 30;

    private final List<String> removed;

    BreachedWalls(Settings settings, List<String> removed) {
        super(settings.container(), GuestImage.resource("seccomp.json"), "");
        this.removed = List.copyOf(removed);
    }

    @Override
    CreateContainerCmd around(CreateContainerCmd container) {
        CreateContainerCmd breached = super.around(container);
        removed.forEach(wall -> remove(wall, breached));
        return breached;
    }

    private static void remove(String wall, CreateContainerCmd container) {
        HostConfig host = Objects.requireNonNull(container.getHostConfig());
        switch (wall) {
            case "root-fs" -> host.withReadonlyRootfs(false);
            case "user" -> container.withUser("0:0");
            case "caps" -> host.withCapDrop().withCapAdd(POWERS);
            case "no-new-privileges" -> dropSecurity(host, "no-new-privileges");
            case "seccomp" -> {
                dropSecurity(host, "seccomp");
                addSecurity(host, "seccomp=unconfined");
            }
            case "network" ->
                container
                        .withNetworkDisabled(false)
                        .withHostName("")
                        .getHostConfig()
                        .withNetworkMode("host");
            case "memory" -> host.withMemory(2 * GIBIBYTE).withMemorySwap(2 * GIBIBYTE);
            case "cpu" -> host.withNanoCPUs(0L);
            case "pids" -> host.withPidsLimit(400L);
            case "ipc" -> host.withIpcMode("private");
            case "masked" -> ((MaskingHostConfig) host).mask(List.of());
            case "nofile", "core", "fsize" -> unlimited(host, wall);
            case "environment" -> container.withEnv("HOME=/tmp", "SECRET=word").withHostName("");
            case "logs" -> host.withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, Map.of()));
            default -> changeTmp(host, wall);
        }
    }

    private static void dropSecurity(HostConfig host, String prefix) {
        List<String> kept = new ArrayList<>(Objects.requireNonNull(host.getSecurityOpts()));
        kept.removeIf(option -> option.startsWith(prefix));
        host.withSecurityOpts(kept);
    }

    private static void addSecurity(HostConfig host, String option) {
        List<String> more = new ArrayList<>(Objects.requireNonNull(host.getSecurityOpts()));
        more.add(option);
        host.withSecurityOpts(more);
    }

    private static void unlimited(HostConfig host, String name) {
        List<Ulimit> limits = new ArrayList<>(Arrays.asList(host.getUlimits()));
        limits.removeIf(limit -> name.equals(limit.getName()));
        if (name.equals("nofile")) {
            limits.add(new Ulimit(name, 4096L, 4096L));
        }
        host.withUlimits(limits);
    }

    private static void changeTmp(HostConfig host, String wall) {
        String options =
                Objects.requireNonNull(Objects.requireNonNull(host.getTmpFs()).get("/tmp"));
        String changed = switch (wall) {
            case "tmp-size" -> options.replaceAll("size=\\d+", "size=67108864");
            case "tmp-inodes" -> options.replace("nr_inodes=1024", "nr_inodes=10000");
            case "tmp-noexec" -> options.replace("noexec", "exec");
            case "tmp-nosuid" -> options.replace("nosuid", "suid");
            case "tmp-nodev" -> options.replace("nodev", "dev");
            default -> throw new AssertionError("There is no wall " + wall);
        };
        host.withTmpFs(Map.of("/tmp", changed));
    }
}
