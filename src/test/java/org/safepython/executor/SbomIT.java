package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The lists of what is in the product, which the WAR carries. */
class SbomIT {
    private static final Path WAR = Path.of(System.getProperty("build.directory"), "ROOT.war");
    /** Cut out of larger ones by the build. */
    private static final Set<String> OURS = Set.of("python-parser.jar", "python2-parser.jar");

    private static JsonNode json(String bytes) throws IOException {
        return new ObjectMapper().readTree(bytes);
    }

    private static String inWar(String name) throws IOException {
        try (ZipFile war = new ZipFile(WAR.toFile());
                InputStream in = war.getInputStream(Objects.requireNonNull(war.getEntry(name), name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> components(String bom, String separator) throws IOException {
        JsonNode document = json(bom);
        assertThat(document.path("bomFormat").textValue()).isEqualTo("CycloneDX");
        Set<String> names = new TreeSet<>();
        document.path("components")
                .forEach(component -> names.add(component.path("name").textValue()
                        + separator
                        + component.path("version").textValue()));
        return names;
    }

    @Test
    void testEveryLibraryOfTheWarIsListed() throws IOException {
        Set<String> listed = components(inWar("META-INF/sbom/java.cdx.json"), "-");
        try (ZipFile war = new ZipFile(WAR.toFile())) {
            List<String> libraries = war.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("WEB-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("WEB-INF/lib/".length()))
                    .filter(name -> !OURS.contains(name))
                    .map(name -> name.replaceFirst("\\.jar$", ""))
                    .toList();

            assertThat(libraries).hasSizeGreaterThan(10);
            assertThat(listed).containsAll(libraries);
        }
        assertThat(listed).anyMatch(name -> name.startsWith("jython-standalone-"));
        assertThat(listed).anyMatch(name -> name.startsWith("python-language-"));
    }

    @Test
    void testEveryPackageOfThePageIsListed() throws IOException {
        JsonNode lock = json(Files.readString(Path.of("src/main/frontend/package-lock.json")));
        Set<String> locked = new TreeSet<>();
        lock.path("packages").properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (!entry.getKey().isEmpty() && !value.path("dev").asBoolean()) {
                locked.add(entry.getKey().replaceFirst("^.*node_modules/", "") + "@"
                        + value.path("version").textValue());
            }
        });

        assertThat(components(inWar("META-INF/sbom/page.cdx.json"), "@")).isEqualTo(locked);
    }

    @Test
    void testServerInTheSingleJarIsListed() throws IOException {
        Matcher version =
                Pattern.compile("<payara.version>(.*)</payara.version>").matcher(Files.readString(Path.of("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(components(inWar("META-INF/sbom/server.cdx.json"), "-"))
                .containsExactly("payara-micro-" + version.group(1));
    }

    @Test
    void testNoticesNameEachLibraryWithItsLicence() throws IOException {
        String notices = inWar("META-INF/sbom/THIRD-PARTY.txt");

        assertThat(notices.lines().filter(line -> line.contains(" - "))).hasSizeGreaterThan(20);
        assertThat(notices).contains("docker-java").doesNotContain("Unknown license");
    }
}
