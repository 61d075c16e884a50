package org.safepython.executor.settings;

import java.util.Arrays;
import java.util.Optional;

/** The walls around every program, as operators name them: what each is, and what brings one back that is missing. */
public enum Wall {
    NETWORK(
            "network",
            "no interface but an unconnected loopback, no route",
            "Let the engine make containers without a network, and no plugin give them one."),
    SOCKETS("sockets", "no family of sockets but AF_UNIX", Remedy.SECCOMP),
    ROOT_FILE_SYSTEM(
            "root-file-system",
            "nothing outside of /tmp can be written",
            "Use a storage driver of the engine that mounts root file systems read-only."),
    USER(
            "user",
            "programs are nobody: user and group 65534",
            "Let the engine run containers as the user they ask for; see its authorization plugins."),
    CAPABILITIES("capabilities", "not one capability in any set", "Update the engine's runtime (runc or crun)."),
    NO_NEW_PRIVILEGES(
            "no-new-privileges", "no set-id file gives anything", "Update the engine's runtime (runc or crun)."),
    SYSTEM_CALLS("system-calls", "only the system calls of a list", Remedy.SECCOMP),
    MEMORY(
            "memory",
            "the kernel ends what takes more memory than it may",
            "Give the engine the memory controller: boot with cgroup_enable=memory, mount it, or delegate it to a rootless engine."),
    PROCESSES(
            "processes",
            "only so many processes and threads",
            "Give the engine the pids controller: mount it, or delegate it to a rootless engine."),
    CPU(
            "cpu",
            "only a share of the processor",
            "Give the engine the cpu controller with bandwidth control: mount it, or delegate it to a rootless engine."),
    TMP(
            "tmp",
            "/tmp is small, has few files, and nothing in it can be executed, be set-id or be a device",
            "Let the engine mount a tmpfs with its options in containers."),
    SHARED_MEMORY(
            "shared-memory",
            "no shared memory, no message queues",
            "Update the engine: it must know the IPC mode none."),
    DESCRIPTORS("descriptors", "256 open files", Remedy.ULIMITS),
    CORE_FILES("core-files", "no core files", Remedy.ULIMITS),
    FILE_SIZE("file-size", "files of 16 MiB at the most", Remedy.ULIMITS),
    KERNEL_DETAILS(
            "kernel-details",
            "details of kernel and hardware are masked",
            "Update the engine: it must mask the paths that a container names."),
    PROCESS_1(
            "process-1",
            "the runner beside the program cannot be read, traced or ended",
            "Use the guest image of this build, and an engine that gives every container process ids of its own."),
    ENVIRONMENT(
            "environment",
            "only the four variables, three descriptors and a made-up host name",
            "Take variables out of the guest image and of the engine's defaults (proxies, for example)."),
    OUTPUT("output", "a flood of output ends the program", "Report this: the server itself holds that wall."),
    TIME("time", "a program that does not end is ended", "Report this: the server itself holds that wall."),
    LOGS(
            "logs",
            "the engine keeps nothing of what programs write",
            "Let the engine accept the log driver none for containers.");

    private static final class Remedy {
        static final String SECCOMP =
                "Use a kernel with seccomp filters (CONFIG_SECCOMP_FILTER) and an engine and runtime built with seccomp.";
        static final String ULIMITS =
                "Let the engine set the limits that a container names; it may need rights of its own for that.";
    }

    private final String label;
    private final String purpose;
    private final String remedy;

    Wall(String label, String purpose, String remedy) {
        this.label = label;
        this.purpose = purpose;
        this.remedy = remedy;
    }

    /** The name in settings and answers: {@code root-file-system}. */
    public String label() {
        return label;
    }

    /** What it is, in a few words. */
    public String purpose() {
        return purpose;
    }

    /** What an operator can do where it is missing: a sentence. */
    public String remedy() {
        return remedy;
    }

    /** The wall of a label, if there is one. */
    public static Optional<Wall> labelled(String label) {
        return Arrays.stream(values()).filter(wall -> wall.label.equals(label)).findFirst();
    }
}
