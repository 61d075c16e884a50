package org.safepython.executor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {
    private static final Path PATH = Path.of("keys");

    /** Each DIGEST is another one. */
    private static KeyFile of(String text) {
        AtomicInteger count = new AtomicInteger();
        return KeyFile.of(
                PATH,
                Pattern.compile("DIGEST")
                        .matcher(text)
                        .replaceAll(found -> "sha256:" + digest(count.getAndIncrement())));
    }

    private static String digest(int number) {
        return "%064x".formatted(number);
    }

    @Test
    void testLinesMakeKeys() {
        KeyFile file = of("# ours\n\nbot-1 run,check DIGEST\r\n  ops   operate DIGEST  runs=2 per-minute=60  \n");

        assertThat(file.mistakes()).isEmpty();
        assertThat(file.keys())
                .containsExactly(
                        new Key(
                                "bot-1",
                                Set.of(Scope.RUN, Scope.CHECK),
                                digest(0),
                                OptionalInt.empty(),
                                OptionalInt.empty()),
                        new Key("ops", Set.of(Scope.OPERATE), digest(1), OptionalInt.of(60), OptionalInt.of(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bot | this is no key",
                "bot run | this is no key",
                "bot run sha256:abc | this is no key",
                "bot run spe_secret | this is no key",
                "b/t run DIGEST | this is no key",
                "bot run DIGEST runs=2 runs=3 | \"runs=3\" is no limit, or there twice",
                "bot run DIGEST speed=2 | \"speed=2\" is no limit, or there twice",
                "bot run DIGEST runs=1 per-minute=2 runs=3 | this is no key",
                "bot run DIGEST runs=-1 | this is no key",
                "bot root DIGEST | there is no scope \"root\"",
                "bot run, DIGEST | there is no scope \"\"",
                "bot run DIGEST runs=0 | 0 is not possible; a whole number from 1 to 64",
                "bot run DIGEST runs=65 | 65 is not possible; a whole number from 1 to 64",
                "bot run DIGEST per-minute=60001 | 60001 is not possible; a whole number from 1 to 60000",
                "good run DIGEST | a second key is called good"
            })
    void testLineThatIsNoneSaysWhyAndTheOthersCount(String line, String why) {
        KeyFile file = of("good run DIGEST\n" + line + "\nlast check DIGEST");

        assertThat(file.keys()).extracting(Key::name).containsExactly("good", "last");
        assertThat(file.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.in(PATH)).startsWith("keys:2: " + why));
        assertThatThrownBy(file::requireFlawless).isSameAs(file.mistakes().get(0));
    }

    /** Who revokes the one would not revoke the other. */
    @Test
    void testOneSecretUnderTwoNamesIsAMistake() {
        KeyFile file = KeyFile.of(PATH, "one run sha256:" + digest(7) + "\ntwo run sha256:" + digest(7));

        assertThat(file.keys()).extracting(Key::name).containsExactly("one");
        assertThat(file.mistakes())
                .singleElement()
                .satisfies(mistake ->
                        assertThat(mistake.in(PATH)).startsWith("keys:2: two has the digest of another key"));
    }

    @Test
    void testNothingThatIsPrintedHasADigest() {
        KeyFile file = of("one run DIGEST");

        assertThat(file.toString() + file.keys()).doesNotContain(digest(0)).contains("one");
    }

    @Test
    void testCommentMayHaveAnyBytes(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("keys");
        Files.write(path, ("# caf\u00e9\none run sha256:" + digest(1)).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(KeyFile.read(path).keys()).hasSize(1);
    }

    @Test
    void testAThousandKeysAreEnough() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1001; i++) {
            text.append("k").append(i).append(" run DIGEST\n");
        }

        KeyFile file = of(text.toString());

        assertThat(file.keys()).hasSize(1000);
        assertThat(file.mistakes()).hasSize(1);
    }

    @Test
    void testMistakeShowsNoSecretThatStandsInItsPlace(@TempDir Path folder) throws Exception {
        Path path = Files.writeString(folder.resolve("keys"), "bot run spe_very-secret\n");

        assertThatThrownBy(() -> KeyFile.read(path))
                .isInstanceOf(FileMistake.class)
                .satisfies(wrong -> assertThat(((FileMistake) wrong).in(path)).doesNotContain("very-secret"));
    }

    @Test
    void testSecretsAreLongAndNeverTheSame() {
        List<String> secrets = List.of(Key.newSecret(), Key.newSecret());

        assertThat(secrets).doesNotHaveDuplicates().allMatch(secret -> secret.matches("spe_[A-Za-z0-9_-]{43}"));
    }
}
