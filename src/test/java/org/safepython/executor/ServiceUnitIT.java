package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit for systemd: systemd understands it, and finds little to complain about. */
class ServiceUnitIT {
    private static final Path UNIT = Path.of("server-config/safe-python-executor.service");
    private static final String MOST_EXPOSED = "20";

    @TempDir
    private Path folder;

    @Test
    void testSystemdFindsNoFault() throws IOException {
        Path copy = Files.writeString(
                folder.resolve(UNIT.getFileName()),
                Files.readString(UNIT).replaceFirst("ExecStart=.*", "ExecStart=/bin/true"));

        assertThat(Shell.output(folder, "systemd-analyze verify --man=no " + copy + " 2>&1"))
                .isEmpty();
        assertThat(Shell.succeeds(
                        folder, "systemd-analyze security --offline=yes --threshold=" + MOST_EXPOSED + " " + copy))
                .isTrue();
    }
}
