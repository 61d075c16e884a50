package org.safepython.executor.settings;

import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The settings by name: unit, default, bounds and purpose of each. Immutable. */
public enum Setting {
    ADDRESS("EXECUTOR_ADDRESS", "address", "127.0.0.1", "the address to listen on"),
    PORT("EXECUTOR_PORT", "port", 5000, 1, 65535, "the TCP port to listen on"),
    HOSTS("EXECUTOR_HOSTS", "names", "", "further Host names that requests may carry"),
    POLICIES(
            "EXECUTOR_POLICIES",
            "names",
            "strict,standard",
            "the presets a request may choose; the first is the default"),
    POLICY_FILE("EXECUTOR_POLICY_FILE", "path", "", "a file with presets of the operator's own; empty: none"),
    PARALLEL_RUNS("EXECUTOR_PARALLEL_RUNS", "runs", Defaults.PARALLEL_RUNS, 1, 64, "programs that run at once"),
    QUEUE("EXECUTOR_QUEUE", "places", 64, 0, 160, "requests that may wait for a run"),
    QUEUE_WAIT("EXECUTOR_QUEUE_WAIT_MS", "ms", 10_000, 1, 60_000, "the longest that a request waits"),
    TIMEOUT("EXECUTOR_TIMEOUT_MS", "ms", 5_000, 1, 30_000, "wall time of a program that names none"),
    MAX_TIMEOUT("EXECUTOR_MAX_TIMEOUT_MS", "ms", 30_000, 1, 30_000, "the most wall time a request may name"),
    MEMORY("EXECUTOR_MEMORY_MIB", "MiB", 128, 32, 1024, "memory of a container, without swap"),
    CPU("EXECUTOR_CPU_PERCENT", "% of a core", 50, 5, 400, "processor share of a container"),
    PROCESSES("EXECUTOR_PROCESSES", "processes", 64, 4, 256, "processes and threads in a container"),
    TMP("EXECUTOR_TMP_MIB", "MiB", 16, 1, 64, "size of /tmp in a container"),
    OUTPUT("EXECUTOR_OUTPUT_KIB", "KiB", 8192, 64, 8192, "bytes a program may write to both streams together"),
    DOCKER_HOST("DOCKER_HOST", "URI", "unix:///var/run/docker.sock", "the engine: unix:///path or tcp://host:port"),
    IMAGE("EXECUTOR_IMAGE", "image", "", "the guest image; empty: the one of this build"),
    RUNTIME("EXECUTOR_RUNTIME", "name", "", "the engine's runtime for containers; empty: the engine's default"),
    INSTANCE("EXECUTOR_INSTANCE", "name", "", "whose containers these are; empty: host name and port");

    private static final class Defaults {
        static final int PARALLEL_RUNS =
                Math.max(1, Math.min(64, 2 * Runtime.getRuntime().availableProcessors()));
    }

    private final String variable;
    private final String unit;
    private final String fallback;
    private final String purpose;
    private final Optional<Bounds> bounds;

    Setting(String variable, String unit, String fallback, String purpose) {
        this(variable, unit, fallback, Optional.empty(), purpose);
    }

    Setting(String variable, String unit, int fallback, int least, int most, String purpose) {
        this(variable, unit, Integer.toString(fallback), Optional.of(new Bounds(least, most)), purpose);
    }

    Setting(String variable, String unit, String fallback, Optional<Bounds> bounds, String purpose) {
        this.variable = variable;
        this.unit = unit;
        this.fallback = fallback;
        this.bounds = bounds;
        this.purpose = purpose;
    }

    /** The environment variable, {@code EXECUTOR_PORT}. */
    public String variable() {
        return variable;
    }

    /** The system property, also the key in the file that {@code EXECUTOR_CONFIG} names: {@code executor.port}. */
    public String property() {
        return variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    /** The unit of the value. */
    public String unit() {
        return unit;
    }

    /** The value where nothing is set. */
    public String fallback() {
        return fallback;
    }

    /** Least and most, inclusive, for a whole number. */
    public Optional<Bounds> bounds() {
        return bounds;
    }

    /** What it is for. */
    public String purpose() {
        return purpose;
    }

    static boolean isProperty(String name) {
        return Arrays.stream(values()).anyMatch(setting -> setting.property().equals(name));
    }

    /** Least and most, inclusive. */
    @Immutable
    public record Bounds(int least, int most) {}
}
