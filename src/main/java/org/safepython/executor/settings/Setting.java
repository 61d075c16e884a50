package org.safepython.executor.settings;

import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The settings by name: unit, default, bounds and purpose of each. Immutable. */
public enum Setting {
    ADDRESS("EXECUTOR_ADDRESS", "address", "127.0.0.1", "the address to listen on"),
    PORT("EXECUTOR_PORT", "port", 5000, 1, 65535, "the TCP port to listen on"),
    REHEARSAL(
            "EXECUTOR_REHEARSAL",
            "requests",
            4_000,
            0,
            100_000,
            "checks that the single jar asks of itself when it serves, so that its code is compiled before users come"),
    HOSTS("EXECUTOR_HOSTS", "names", "", "further Host names that requests may carry"),
    KEYS("EXECUTOR_KEYS", "path", "", "the file of API keys; empty: none"),
    REQUIRE_KEYS("EXECUTOR_REQUIRE_KEYS", "yes or no", "no", "whether requests on the machine itself need a key, too"),
    KEY_RATE("EXECUTOR_KEY_RATE", "requests a minute", 600, 1, 60_000, "requests with one key"),
    ADDRESS_RATE(
            "EXECUTOR_ADDRESS_RATE", "requests a minute", 60_000, 1, 600_000, "requests of one address without a key"),
    CLIENT_RUNS("EXECUTOR_CLIENT_RUNS", "runs", 64, 1, 64, "programs of one client that run at once"),
    POLICIES(
            "EXECUTOR_POLICIES",
            "names",
            "strict,standard",
            "the presets a request may choose; the first is the default"),
    LANGUAGES(
            "EXECUTOR_LANGUAGES",
            "names",
            "python3,python2",
            "the languages a request may choose; the first is the default"),
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
    POOL_SIZE("EXECUTOR_POOL_SIZE", "containers", 16, 0, 256, "containers of python3 that wait for programs"),
    POOL_SIZE_PYTHON2("EXECUTOR_POOL_SIZE_PYTHON2", "containers", 0, 0, 256, "the same of python2"),
    POOL_LOW(
            "EXECUTOR_POOL_LOW",
            "containers",
            4,
            0,
            256,
            "waiting containers below which more are made while programs run"),
    POOL_MAKERS("EXECUTOR_POOL_MAKERS", "containers", Defaults.MAKERS, 1, 16, "containers that are made at once"),
    POOL_CALM("EXECUTOR_POOL_CALM_MS", "ms", 50, 5, 10_000, "how long no program must have run to fill the pool"),
    POOL_AGE("EXECUTOR_POOL_AGE_S", "s", 3_600, 1, 86_400, "how long a container may wait for a program"),
    DOCKER_HOST("DOCKER_HOST", "URI", "unix:///var/run/docker.sock", "the engine: unix:///path or tcp://host:port"),
    DOCKER_TLS_VERIFY(
            "DOCKER_TLS_VERIFY", "1 or empty", "", "1: TLS to an engine at tcp://, with certificates on both sides"),
    DOCKER_CERT_PATH("DOCKER_CERT_PATH", "folder", "", "where ca.pem, cert.pem and key.pem for that are"),
    IMAGE("EXECUTOR_IMAGE", "image", "", "the guest image of python3; empty: the one of this build"),
    IMAGE_PYTHON2("EXECUTOR_IMAGE_PYTHON2", "image", "", "the guest image of python2; empty: the one of this build"),
    GUEST_RECIPE(
            "EXECUTOR_GUEST_RECIPE", "folder", "", "where build-image.sh is, to build missing images; empty: nowhere"),
    RUNTIME("EXECUTOR_RUNTIME", "name", "", "the engine's runtime for containers; empty: the engine's default"),
    ALLOW_MISSING_WALLS(
            "EXECUTOR_ALLOW_MISSING_WALLS",
            "names",
            "",
            "walls that the self-test may find missing; programs run without them, and everybody is told"),
    LOG_PROGRAMS(
            "EXECUTOR_LOG_PROGRAMS", "yes or no", "no", "whether the log's line about a run has the program's text"),
    SHIM_CONTAINERS(
            "EXECUTOR_SHIM_CONTAINERS",
            "containers",
            1,
            1,
            32,
            "containers that share one process of the engine (its shim), where its API is 1.43 or later"),
    INSTANCE("EXECUTOR_INSTANCE", "name", "", "whose containers these are; empty: host name and port");

    private static final class Defaults {
        static final int CORES = Runtime.getRuntime().availableProcessors();
        static final int PARALLEL_RUNS = Math.max(1, Math.min(64, 2 * CORES));
        static final int MAKERS = Math.max(1, Math.min(16, CORES));
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
