package org.safepython.executor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safepython.executor.Shell;

class SettingsTest {
    private static Settings load(Map<String, String> environment) {
        return Settings.load(environment, name -> null);
    }

    @Test
    void testEveryDefault() {
        Settings settings = load(Map.of("EXECUTOR_INSTANCE", "here"));

        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(settings)
                .isEqualTo(new Settings(
                        "127.0.0.1",
                        5000,
                        4000,
                        List.of(),
                        new AccessSettings(Optional.empty(), false, 600, 60_000, 64),
                        List.of("strict", "standard"),
                        List.of(Language.PYTHON3, Language.PYTHON2),
                        Optional.empty(),
                        Math.min(64, 2 * cores),
                        64,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        new ContainerLimits(134_217_728, 500_000_000, 64, 16_777_216),
                        8_388_608,
                        new PoolSettings(
                                Map.of(Language.PYTHON3, 16, Language.PYTHON2, 0),
                                4,
                                Math.min(16, cores),
                                Duration.ofMillis(50),
                                Duration.ofHours(1)),
                        new EngineSettings(
                                URI.create("unix:///var/run/docker.sock"),
                                Optional.empty(),
                                Map.of(Language.PYTHON3, "", Language.PYTHON2, ""),
                                Optional.empty(),
                                "",
                                1,
                                "here"),
                        Set.of(),
                        false,
                        Optional.empty()));
    }

    @Test
    void testInstanceNamesThePort() {
        assertThat(load(Map.of("EXECUTOR_PORT", "5123")).engine().instance()).endsWith(":5123");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void testNumbersOutsideTheirBoundsAreRefusedByName(Setting setting) {
        setting.bounds().ifPresent(bounds -> {
            for (String wrong : List.of(
                    Integer.toString(bounds.least() - 1),
                    Integer.toString(bounds.most() + 1),
                    "",
                    "x",
                    "1e3",
                    "0x10")) {
                assertThatThrownBy(() -> load(Map.of(setting.variable(), wrong)))
                        .isInstanceOf(InvalidSettingException.class)
                        .hasMessageStartingWith(setting.variable() + "=" + wrong + " is not possible: ")
                        .hasMessageContaining(bounds.least() + " to " + bounds.most());
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EXECUTOR_POLICIES | lax | strict",
                "EXECUTOR_POLICIES | strict,lax | strict",
                "EXECUTOR_POLICIES | , | strict",
                "EXECUTOR_LANGUAGES | python | python3, python2",
                "EXECUTOR_LANGUAGES | python3,ruby | python3, python2",
                "EXECUTOR_LANGUAGES | PYTHON3 | python3, python2",
                "EXECUTOR_LANGUAGES | , | one or more",
                "EXECUTOR_LANGUAGES | '' | one or more",
                "EXECUTOR_GUEST_RECIPE | /nowhere | build-image.sh",
                "EXECUTOR_GUEST_RECIPE | docs | build-image.sh",
                "EXECUTOR_ADDRESS | 0.0.0.0 | API keys",
                "EXECUTOR_ADDRESS | 192.0.2.7 | API keys",
                "EXECUTOR_REQUIRE_KEYS | yes | no, where there is no key in EXECUTOR_KEYS",
                "EXECUTOR_REQUIRE_KEYS | maybe | yes or no",
                "EXECUTOR_ADDRESS | ::1 | loopback address of IPv4",
                "EXECUTOR_ADDRESS | '' | loopback",
                "DOCKER_HOST | /var/run/docker.sock | unix:///path",
                "DOCKER_HOST | http://127.0.0.1:2375 | unix:///path",
                "EXECUTOR_CONFIG | /nowhere/at/all | properties file",
            })
    void testWrongTextsAreRefusedByName(String name, String value, String allowed) {
        assertThatThrownBy(() -> load(Map.of(name, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(name + "=" + value)
                .hasMessageContaining(allowed);
    }

    @Test
    void testFirstLanguageIsTheDefault() {
        assertThat(load(Map.of("EXECUTOR_LANGUAGES", "python2 , python3")).languages())
                .containsExactly(Language.PYTHON2, Language.PYTHON3);
        assertThat(load(Map.of("EXECUTOR_LANGUAGES", "python3")).languages()).containsExactly(Language.PYTHON3);
    }

    @Test
    void testImagesAndRecipeAreTheOperators() {
        EngineSettings engine = load(Map.of(
                        "EXECUTOR_IMAGE_PYTHON2", "own:2", "EXECUTOR_GUEST_RECIPE", "server-config/guest"))
                .engine();

        assertThat(engine.images()).containsEntry(Language.PYTHON2, "own:2").containsEntry(Language.PYTHON3, "");
        assertThat(engine.recipe()).contains(Path.of("server-config/guest").toAbsolutePath());
    }

    @Test
    void testTimeoutIsAtMostTheMaximum() {
        assertThatThrownBy(() -> load(Map.of("EXECUTOR_MAX_TIMEOUT_MS", "1000")))
                .hasMessage("EXECUTOR_TIMEOUT_MS=5000 is not possible: at most EXECUTOR_MAX_TIMEOUT_MS, which is 1000");
    }

    @Test
    void testEnvironmentOverPropertyOverFileOverDefault(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("executor.properties"),
                "executor.port=6001\nexecutor.queue=7\nexecutor.parallel-runs=3\n");
        Map<String, String> environment = Map.of("EXECUTOR_CONFIG", file.toString(), "EXECUTOR_PORT", "6003");
        Map<String, String> properties = Map.of("executor.port", "6002", "executor.queue", "8");

        Settings settings = Settings.load(environment, properties::get);

        assertThat(settings.port()).isEqualTo(6003);
        assertThat(settings.queue()).isEqualTo(8);
        assertThat(settings.parallelRuns()).isEqualTo(3);
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void testUnknownNameInTheFileIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("executor.properties"), "executor.prot=6001\n");

        assertThatThrownBy(() -> load(Map.of("EXECUTOR_CONFIG", file.toString())))
                .hasMessage("executor.prot=6001 is not possible: there is no setting of this name");
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void testReadmeHasARowForEachSetting(Setting setting) throws IOException {
        String bounds = setting.bounds()
                .map(range -> range.least() + " to " + range.most())
                .orElse("");
        String fallback = switch (setting) {
            case PARALLEL_RUNS -> "2 per core";
            case POOL_MAKERS -> "1 per core";
            default -> setting.fallback();
        };
        String row = "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        setting.variable(),
                        setting.unit(),
                        fallback.isEmpty() ? "" : "`" + fallback + "`",
                        bounds,
                        setting.purpose());

        assertThat(Files.readString(Path.of("README.md"))).contains(row);
    }

    @Test
    void testWallsThatMayBeMissingAreKnownWalls() {
        assertThat(load(Map.of("EXECUTOR_ALLOW_MISSING_WALLS", "memory, cpu")).allowedMissingWalls())
                .containsExactlyInAnyOrder(Wall.MEMORY, Wall.CPU);
        assertThatThrownBy(() -> load(Map.of("EXECUTOR_ALLOW_MISSING_WALLS", "memory,all")))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class,
                        wrong -> assertThat(wrong.line())
                                .contains(
                                        "EXECUTOR_ALLOW_MISSING_WALLS",
                                        "memory,all",
                                        "none or some of network, sockets"));
    }

    @Test
    void testProgramsAreLoggedOnlyWhereSaidSo() {
        assertThat(load(Map.of("EXECUTOR_LOG_PROGRAMS", "yes")).logPrograms()).isTrue();
        assertThatThrownBy(() -> load(Map.of("EXECUTOR_LOG_PROGRAMS", "true")))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class,
                        wrong -> assertThat(wrong.line()).contains("yes or no"));
    }

    @ParameterizedTest
    @CsvSource({
        "yes, /, DOCKER_TLS_VERIFY",
        "1, '', DOCKER_CERT_PATH",
        "1, /nowhere, DOCKER_CERT_PATH",
    })
    void testCertificatesForTheEngineMustBeThere(String verify, String folder, String named) {
        Map<String, String> environment = Map.of(
                "DOCKER_HOST", "tcp://engine.test:2376", "DOCKER_TLS_VERIFY", verify, "DOCKER_CERT_PATH", folder);

        assertThatThrownBy(() -> load(environment))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class,
                        wrong -> assertThat(wrong.line()).contains(named));
    }

    @Test
    void testKeyOfAnOldFormIsRefusedWithTheRemedy(@TempDir Path folder) throws IOException {
        assertThat(Shell.succeeds(
                        folder,
                        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -keyout pkcs8.pem -out ca.pem"
                                + " && cp ca.pem cert.pem && openssl rsa -traditional -in pkcs8.pem -out key.pem"))
                .isTrue();
        Map<String, String> environment = Map.of(
                "DOCKER_HOST", "tcp://engine.test:2376",
                "DOCKER_TLS_VERIFY", "1",
                "DOCKER_CERT_PATH", folder.toString());

        assertThatThrownBy(() -> load(environment))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class,
                        wrong -> assertThat(wrong.line()).contains("openssl pkcs8 -topk8"));
        assertThat(Shell.succeeds(folder, "mv pkcs8.pem key.pem")).isTrue();
        assertThat(load(environment).engine().tls()).isPresent();
    }
}
