package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepython.executor.settings.Setting;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is there for those who have a registry: the least rights, and an image that can be built where nothing is set up. */
class ContainerFilesIT {
    private static final Path COMPOSE = Path.of("server-config/compose.yaml");
    private static final Path IMAGE = Path.of("server-config/Dockerfile");

    private static Map<?, ?> service() throws IOException {
        Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(COMPOSE));
        Map<?, ?> services = part(file, "services");
        assertThat(services).hasSize(1);
        return part(services, "executor");
    }

    private static Map<?, ?> part(Map<?, ?> whole, String name) {
        return (Map<?, ?>) Objects.requireNonNull(whole.get(name), name);
    }

    @Test
    void testComposeGivesTheSocketAndNothingElse() throws IOException {
        Map<?, ?> service = service();

        assertThat(service.get("volumes")).isEqualTo(List.of("/var/run/docker.sock:/var/run/docker.sock"));
        assertThat(service.get("user")).isEqualTo("65534:65534");
        assertThat(service.get("read_only")).isEqualTo(true);
        assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges"));
        assertThat(service.get("mem_limit")).isNotNull();
        assertThat(service.get("pids_limit")).isNotNull();
        assertThat(service.containsKey("privileged")).isFalse();
        assertThat(service.containsKey("ports")).isFalse();
    }

    @Test
    void testSettingsInThereExist() throws IOException {
        Set<String> known = Stream.of(Setting.values()).map(Setting::variable).collect(Collectors.toSet());

        Map<?, ?> environment = part(service(), "environment");
        assertThat(environment.keySet()).isNotEmpty().allMatch(known::contains);
        assertThat(environment.containsKey("EXECUTOR_ADDRESS"))
                .as("it stays on the loopback address")
                .isFalse();
        assertThat(Files.readAllLines(IMAGE).stream().filter(line -> line.startsWith("ENV ")))
                .singleElement()
                .satisfies(line -> assertThat(known).contains(line.replaceFirst("ENV (\\w+)=.*", "$1")));
    }

    @Test
    void testFilesOfTheImageAreThoseThatItsContextHas() throws IOException {
        List<String> context = Files.readAllLines(Path.of(".dockerignore"));
        List<String> copied = Files.readAllLines(IMAGE).stream()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> "!" + line.split(" ", 3)[1])
                .toList();

        assertThat(context).first().isEqualTo("*");
        assertThat(context.subList(1, context.size())).containsExactlyInAnyOrderElementsOf(copied);
    }

    /** As in the image of the server: nobody's user, and a machine that has never read Debian's lists. */
    @Test
    void testGuestImageIsBuiltByNobodyWhereNoListsAre(@TempDir Path folder) {
        assertThat(Shell.succeeds(folder, "chmod 777 .")).isTrue();
        String build = Path.of("server-config/guest/build-image.sh").toAbsolutePath() + " python3 " + folder + "/root";

        String said = Shell.output(
                folder,
                "unshare --mount bash -c 'mount -t tmpfs none /var/lib/apt/lists"
                        + " && setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/tmp TMPDIR=/tmp " + build
                        + "'");

        assertThat(said).contains("Compiling the standard library");
        assertThat(folder.resolve("root/usr/bin/python3.13")).isExecutable();
        assertThat(Shell.succeeds(folder, "rm -rf root")).isTrue();
    }
}
