package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators are told to ask of the engine takes everything away, and nothing of anybody else's. */
class UninstallIT {
    private static final String LIST = "docker ps --all --quiet";

    private static List<String> commands(String beginning) throws IOException {
        return Files.readAllLines(Path.of("docs/operations.md")).stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    @Test
    void testContainersOfTheInstanceGoAndThenTheImages() throws IOException {
        List<String> removal = commands("docker ps --all --quiet --filter label=org.safepython.executor=INSTANCE |");
        List<String> images = commands("docker images --quiet --filter label=org.safepython.guest.python |");
        assertThat(removal).hasSize(1);
        assertThat(images).hasSize(1);
        try (OwnEngine engine = new OwnEngine()) {
            String ours = engine.createContainer("vm:5000");
            String others = engine.createContainer("vm:5001");

            engine.shell(removal.get(0).replace("INSTANCE", "vm:5000"));
            assertThat(engine.shell(LIST)).contains(others).doesNotContain(ours);

            engine.shell(removal.get(0).replace("INSTANCE", "vm:5001"));
            engine.shell(images.get(0));
            assertThat(engine.shell(LIST)).isBlank();
            assertThat(engine.shell("docker images --quiet")).isBlank();
            assertThat(engine.shell(images.get(0))).as("where nothing is left").isBlank();
        }
    }
}
