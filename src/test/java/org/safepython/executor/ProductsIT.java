package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the build makes. */
class ProductsIT {
    private static final long MEBIBYTE = 1L << 20;

    @Test
    void testArchiveIsSmallAndBringsNoServerAlong() throws IOException {
        Path war = Path.of(System.getProperty("war.file"));
        try (JarFile archive = new JarFile(war.toFile())) {
            List<String> libraries = archive.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
                    .toList();

            assertThat(Files.size(war)).isLessThan(25 * MEBIBYTE);
            assertThat(libraries)
                    .contains("WEB-INF/lib/python-parser.jar")
                    .noneMatch(
                            name -> name.matches(".*/(jersey|jakarta|payara|python-language|icu4j|jna|httpclient).*"));
        }
    }

    @Test
    void testSingleJarStartsWithTheLauncherAndHoldsTheArchive() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("single.jar"))) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("org.safepython.executor.launch.Launcher");
            assertThat(jar.getEntry("MICRO-INF/deploy/ROOT.war")).isNotNull();
            assertThat(jar.getEntry("org/snakeyaml/engine/v2/api/LoadSettings.class"))
                    .isNotNull();
        }
    }
}
