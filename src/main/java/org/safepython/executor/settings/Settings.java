package org.safepython.executor.settings;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has set, checked. Immutable, so thread safe.
 *
 * @param address the address to listen on
 * @param port the TCP port to listen on
 * @param rehearsal checks that a new server asks of itself
 * @param hosts further Host names that requests may carry
 * @param access who may ask, and how much
 * @param policies presets a request may choose, the default first
 * @param languages languages a request may choose, the default first
 * @param policyFile presets that the operator has derived
 * @param parallelRuns programs that run at once
 * @param queue requests that may wait for a run
 * @param queueWait the longest that a request waits
 * @param timeout wall time of a program whose request names none
 * @param maxTimeout the most wall time a request may name
 * @param container limits of a container
 * @param outputBytes bytes a program may write to both streams together
 * @param pool how many containers wait for programs
 * @param engine where the engine answers and what it shall run
 * @param allowedMissingWalls walls without which programs run all the same
 * @param logPrograms whether programs are written into the log
 * @param fault why nothing can be run, where what the operator has set is wrong and all the rest are defaults
 */
public record Settings(
        String address,
        int port,
        int rehearsal,
        List<String> hosts,
        AccessSettings access,
        List<String> policies,
        List<Language> languages,
        Optional<PolicyFile> policyFile,
        int parallelRuns,
        int queue,
        Duration queueWait,
        Duration timeout,
        Duration maxTimeout,
        ContainerLimits container,
        long outputBytes,
        PoolSettings pool,
        EngineSettings engine,
        Set<Wall> allowedMissingWalls,
        boolean logPrograms,
        Optional<String> fault) {

    public Settings {
        hosts = List.copyOf(hosts);
        policies = List.copyOf(policies);
        languages = List.copyOf(languages);
        allowedMissingWalls = Set.copyOf(allowedMissingWalls);
    }

    /** Reads the settings of this process. Throws {@link InvalidSettingException} at the first wrong value. */
    public static Settings load() {
        return load(System.getenv(), System::getProperty);
    }

    /** The defaults, for a server that only says why it runs nothing. */
    public static Settings faulty(InvalidSettingException wrong) {
        return load(new SettingsSource(Map.of(), name -> null), Optional.of(wrong.summary()));
    }

    /** Reads settings from the environment and the properties given. */
    public static Settings load(Map<String, String> environment, Function<String, @Nullable String> properties) {
        return load(new SettingsSource(environment, properties), Optional.empty());
    }

    private static Settings load(SettingsSource source, Optional<String> fault) {
        Optional<PolicyFile> policyFile = policyFile(source);
        Duration maxTimeout = Duration.ofMillis(source.number(Setting.MAX_TIMEOUT));
        Optional<KeyFile> keys = keys(source);
        return new Settings(
                address(source, keys),
                source.number(Setting.PORT),
                source.number(Setting.REHEARSAL),
                names(source, Setting.HOSTS),
                access(source, keys),
                policies(source, policyFile),
                languages(source),
                policyFile,
                source.number(Setting.PARALLEL_RUNS),
                source.number(Setting.QUEUE),
                Duration.ofMillis(source.number(Setting.QUEUE_WAIT)),
                timeout(source, maxTimeout),
                maxTimeout,
                limits(source),
                source.number(Setting.OUTPUT) * 1024L,
                pool(source),
                engine(source),
                walls(source),
                isOn(source, Setting.LOG_PROGRAMS),
                fault);
    }

    /** Of IPv4: the server's own part of the checks knows no other. Another machine's requests need keys, always. */
    private static String address(SettingsSource source, Optional<KeyFile> keys) {
        String text = source.text(Setting.ADDRESS);
        try {
            InetAddress address = InetAddress.getByName(text);
            if (!text.isEmpty() && address instanceof Inet4Address && (address.isLoopbackAddress() || hasKeys(keys))) {
                return address.getHostAddress();
            }
        } catch (UnknownHostException unknown) {
            throw new InvalidSettingException(Setting.ADDRESS.variable(), text, "an address of this machine");
        }
        throw new InvalidSettingException(
                Setting.ADDRESS.variable(),
                text,
                "a loopback address of IPv4: other addresses need API keys (" + Setting.KEYS.variable() + ")");
    }

    private static AccessSettings access(SettingsSource source, Optional<KeyFile> keys) {
        boolean required = isOn(source, Setting.REQUIRE_KEYS);
        if (required && !hasKeys(keys)) {
            throw new InvalidSettingException(
                    Setting.REQUIRE_KEYS.variable(), "yes", "no, where there is no key in " + Setting.KEYS.variable());
        }
        return new AccessSettings(
                keys,
                required,
                source.number(Setting.KEY_RATE),
                source.number(Setting.ADDRESS_RATE),
                source.number(Setting.CLIENT_RUNS));
    }

    private static boolean hasKeys(Optional<KeyFile> keys) {
        return keys.filter(file -> !file.keys().isEmpty()).isPresent();
    }

    private static Optional<KeyFile> keys(SettingsSource source) {
        return file(source, Setting.KEYS, KeyFile::read);
    }

    private static Optional<PolicyFile> policyFile(SettingsSource source) {
        return file(source, Setting.POLICY_FILE, PolicyFile::read);
    }

    private static <T> Optional<T> file(SettingsSource source, Setting setting, Function<Path, T> reader) {
        String text = source.text(setting);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Path path = path(text, setting);
        try {
            return Optional.of(reader.apply(path));
        } catch (FileMistake mistake) {
            throw new InvalidSettingException(path, mistake);
        }
    }

    private static Path path(String text, Setting setting) {
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            throw new InvalidSettingException(setting.variable(), text, "the path of a file");
        }
    }

    private static List<String> policies(SettingsSource source, Optional<PolicyFile> file) {
        List<String> names = names(source, Setting.POLICIES);
        List<String> presets = Stream.concat(
                        PresetDefinition.BUILT_IN.stream(), file.stream().flatMap(read -> read.presets().stream()))
                .map(PresetDefinition::name)
                .toList();
        if (names.isEmpty() || !presets.containsAll(names)) {
            throw new InvalidSettingException(
                    Setting.POLICIES.variable(),
                    source.text(Setting.POLICIES),
                    "one or more of " + String.join(", ", presets) + ", separated by commas");
        }
        return names;
    }

    private static List<Language> languages(SettingsSource source) {
        List<String> labels = names(source, Setting.LANGUAGES);
        List<Language> languages = labels.stream()
                .flatMap(label -> Language.labelled(label).stream())
                .toList();
        if (languages.isEmpty() || languages.size() < labels.size()) {
            String known = Arrays.stream(Language.values()).map(Language::label).collect(Collectors.joining(", "));
            throw new InvalidSettingException(
                    Setting.LANGUAGES.variable(),
                    source.text(Setting.LANGUAGES),
                    "one or more of " + known + ", separated by commas");
        }
        return languages;
    }

    private static boolean isOn(SettingsSource source, Setting setting) {
        String text = source.text(setting);
        if (!text.equals("yes") && !text.equals("no")) {
            throw new InvalidSettingException(setting.variable(), text, "yes or no");
        }
        return text.equals("yes");
    }

    private static Set<Wall> walls(SettingsSource source) {
        List<String> labels = names(source, Setting.ALLOW_MISSING_WALLS);
        Set<Wall> walls =
                labels.stream().flatMap(label -> Wall.labelled(label).stream()).collect(Collectors.toSet());
        if (walls.size() < labels.size()) {
            String known = Arrays.stream(Wall.values()).map(Wall::label).collect(Collectors.joining(", "));
            throw new InvalidSettingException(
                    Setting.ALLOW_MISSING_WALLS.variable(),
                    source.text(Setting.ALLOW_MISSING_WALLS),
                    "none or some of " + known + ", separated by commas");
        }
        return walls;
    }

    private static Optional<Path> recipe(SettingsSource source) {
        String text = source.text(Setting.GUEST_RECIPE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Path.of(text).toAbsolutePath();
        if (!Files.isExecutable(folder.resolve("build-image.sh"))) {
            throw new InvalidSettingException(Setting.GUEST_RECIPE.variable(), text, "the folder of build-image.sh");
        }
        return Optional.of(folder);
    }

    private static Duration timeout(SettingsSource source, Duration maxTimeout) {
        Duration timeout = Duration.ofMillis(source.number(Setting.TIMEOUT));
        if (timeout.compareTo(maxTimeout) > 0) {
            throw new InvalidSettingException(
                    Setting.TIMEOUT.variable(),
                    Long.toString(timeout.toMillis()),
                    "at most " + Setting.MAX_TIMEOUT.variable() + ", which is " + maxTimeout.toMillis());
        }
        return timeout;
    }

    private static ContainerLimits limits(SettingsSource source) {
        long mebibyte = 1L << 20;
        return new ContainerLimits(
                source.number(Setting.MEMORY) * mebibyte,
                source.number(Setting.CPU) * 10_000_000L,
                source.number(Setting.PROCESSES),
                source.number(Setting.TMP) * mebibyte);
    }

    private static PoolSettings pool(SettingsSource source) {
        return new PoolSettings(
                Map.of(
                        Language.PYTHON3, source.number(Setting.POOL_SIZE),
                        Language.PYTHON2, source.number(Setting.POOL_SIZE_PYTHON2)),
                source.number(Setting.POOL_LOW),
                source.number(Setting.POOL_MAKERS),
                Duration.ofMillis(source.number(Setting.POOL_CALM)),
                Duration.ofSeconds(source.number(Setting.POOL_AGE)));
    }

    private static EngineSettings engine(SettingsSource source) {
        String host = source.text(Setting.DOCKER_HOST);
        String instance = source.text(Setting.INSTANCE);
        if (!host.matches("unix:///.+|tcp://[^/:]+:\\d+")) {
            throw new InvalidSettingException(
                    Setting.DOCKER_HOST.variable(), host, "unix:///path/of/socket or tcp://host:port");
        }
        return new EngineSettings(
                URI.create(host),
                tls(source, host),
                Map.of(
                        Language.PYTHON3, source.text(Setting.IMAGE),
                        Language.PYTHON2, source.text(Setting.IMAGE_PYTHON2)),
                recipe(source),
                source.text(Setting.RUNTIME),
                source.number(Setting.SHIM_CONTAINERS),
                instance.isEmpty() ? hostName() + ":" + source.number(Setting.PORT) : instance);
    }

    private static Optional<SSLContext> tls(SettingsSource source, String host) {
        String verify = source.text(Setting.DOCKER_TLS_VERIFY);
        if (!verify.isEmpty() && !verify.equals("1")) {
            throw new InvalidSettingException(Setting.DOCKER_TLS_VERIFY.variable(), verify, "1, or nothing for no TLS");
        }
        if (verify.isEmpty() || host.startsWith("unix:")) {
            return Optional.empty();
        }
        String folder = source.text(Setting.DOCKER_CERT_PATH);
        try {
            return Optional.of(EngineCertificates.read(Path.of(folder)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            throw new InvalidSettingException(
                    Setting.DOCKER_CERT_PATH.variable(),
                    folder,
                    "a folder with ca.pem, cert.pem and key.pem that can be used: " + unusable.getMessage());
        }
    }

    private static List<String> names(SettingsSource source, Setting setting) {
        return Arrays.stream(source.text(setting).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
