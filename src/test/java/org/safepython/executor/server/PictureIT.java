package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The picture of the README: taken anew each time, and put there with {@code -Ddocs.write}. */
class PictureIT {
    private static final String CODE = """
            def primes(limit):
                sieve = [True] * limit
                for n in range(2, limit):
                    if sieve[n]:
                        yield n
                        sieve[n * n :: n] = [False] * len(sieve[n * n :: n])

            print("\\x1b[1;32m10 primes\\x1b[0m:", *list(primes(30)))
            print(1 / 0)
            """;

    @RegisterExtension
    static final Browsing BROWSING = new Browsing();

    @Test
    void testPageLooksLikeThis() throws IOException {
        Desk desk = BROWSING.open();
        desk.run(CODE);
        assertThat(desk.lines("stdout")).singleElement().asString().startsWith("10 primes: 2 3 5");
        Path picture = desk.visit().sight("readme");
        if (System.getProperty("docs.write") != null) {
            Files.copy(picture, Path.of("docs", "page.png"), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(Path.of("docs", "page.png")).isNotEmptyFile();
    }
}
