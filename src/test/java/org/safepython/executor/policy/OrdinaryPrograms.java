package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Terms;

/** Programs that people write: our own, and by their names those of others, from the guest's library and Debian's packages. */
final class OrdinaryPrograms {

    private static final int LARGEST = 64 * 1024;

    /** Of how many programs of others one is taken. */
    private static final int ONE_OF = Integer.getInteger("programs.one-of", 2);

    private OrdinaryPrograms() {}

    static Map<String, byte[]> ours() {
        return files("ours", Path.of("src/test/resources/programs"));
    }

    /** Those of others that import nothing but modules that compute, and run to their end alone. */
    static Map<String, byte[]> others(GuestPython guest) {
        Map<String, byte[]> programs = new TreeMap<>();
        guest.library().forEach((name, source) -> programs.put("library/" + name, source));
        programs.putAll(files("debian", debian()));
        programs.values().removeIf(source -> !onlyComputes(source));
        programs.keySet().removeIf(name -> name.hashCode() % ONE_OF != 0);
        Iterator<String> exitCodes =
                guest.exitCodes(List.copyOf(programs.values())).iterator();
        programs.values().removeIf(source -> !exitCodes.next().equals("0"));
        return programs;
    }

    private static boolean onlyComputes(byte[] source) {
        return source.length <= LARGEST
                && Seen.read(source, Language.PYTHON3)
                        .filter(names -> names.stream()
                                .map(name -> name.split(" "))
                                .allMatch(name -> !name[0].equals("i")
                                        || Terms.STANDARD.modules().contains(name[1])))
                        .isPresent();
    }

    private static Path debian() {
        Path folder = Path.of("target/debian-programs").toAbsolutePath();
        try {
            Process fetch = new ProcessBuilder("src/test/debian/programs.sh", folder.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(fetch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(fetch.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(fetch.exitValue()).as(said).isZero();
            return folder;
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("Debian's programs cannot be had", failed);
        }
    }

    private static Map<String, byte[]> files(String from, Path folder) {
        Map<String, byte[]> programs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".py")).toList()) {
                programs.put(from + "/" + folder.relativize(file), Files.readAllBytes(file));
            }
            return programs;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
