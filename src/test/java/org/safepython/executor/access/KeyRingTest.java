package org.safepython.executor.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Key;

class KeyRingTest {
    private static final String ONE = Key.newSecret();
    private static final String TWO = Key.newSecret();

    @TempDir
    private Path folder;

    private TestKeys file;
    private KeyRing ring;

    @BeforeEach
    void makeRing() {
        file = new TestKeys(folder);
        file.write(TestKeys.line("one", ONE) + TestKeys.line("two", TWO));
        ring = newRing();
    }

    private KeyRing newRing() {
        return new KeyRing(TestSettings.with("EXECUTOR_KEYS", file.path().toString()));
    }

    /** What is new counts when it has been seen twice. */
    private void look() {
        ring.look();
        ring.look();
    }

    @Test
    void testFileThatIsBeingWrittenCountsWhenItIsThere() {
        file.write("");
        ring.look();
        assertThat(ring.of(ONE)).isPresent();
        file.write(TestKeys.line("one", ONE));
        look();
        assertThat(ring.of(ONE)).isPresent();
        assertThat(ring.of(TWO)).isEmpty();
    }

    @Test
    void testSecretIsKnownAndNothingElseIs() {
        assertThat(ring.of(ONE)).map(Key::name).contains("one");
        assertThat(ring.of(TWO)).map(Key::name).contains("two");
        assertThat(ring.of(ONE + "x")).isEmpty();
        assertThat(ring.of(ONE.toLowerCase(Locale.ROOT))).isEmpty();
        assertThat(ring.of("")).isEmpty();
        assertThat(ring.of(Key.digest(ONE))).isEmpty();
    }

    @Test
    void testKeyWhoseLineIsGoneIsNoLongerAndANewOneIs() {
        String three = Key.newSecret();
        file.write(TestKeys.line("two", TWO) + TestKeys.line("three", three));
        look();

        assertThat(ring.of(ONE)).isEmpty();
        assertThat(ring.named("one")).isEmpty();
        assertThat(ring.of(TWO)).isPresent();
        assertThat(ring.of(three)).isPresent();
    }

    @Test
    void testMistakeOnAnotherLineDoesNotSaveARevokedKey() {
        file.write("this is wrong\n" + TestKeys.line("two", TWO));
        look();

        assertThat(ring.of(ONE)).isEmpty();
        assertThat(ring.of(TWO)).isPresent();
        assertThat(ring.notes())
                .singleElement()
                .asString()
                .startsWith("keys:1: this is no key")
                .endsWith("This line makes no key.");
    }

    @Test
    void testFileThatIsGonePutsNobodyOutAndOneThatIsEmptyAll() throws Exception {
        Files.delete(file.path());
        look();
        assertThat(ring.of(ONE)).isPresent();
        assertThat(ring.notes()).singleElement().asString().endsWith("stay in force.");

        file.write("");
        look();
        assertThat(ring.of(ONE)).isEmpty();
        assertThat(ring.isEmpty()).isTrue();
        assertThat(ring.notes()).isEmpty();
    }

    /** Right or wrong, alike at the beginning or not: who measures learns nothing. In turns, so that all meet the same noise. */
    @Test
    void testWrongKeyTakesAsLongAsARightOne() {
        StringBuilder many = new StringBuilder(TestKeys.line("first", ONE));
        for (int i = 0; i < 998; i++) {
            many.append(TestKeys.line("k" + i, Key.newSecret()));
        }
        file.write(many + TestKeys.line("last", TWO));
        ring = newRing();
        String almost = ONE.substring(0, ONE.length() - 1) + (ONE.endsWith("A") ? "B" : "A");
        String[] secrets = {ONE, TWO, almost, Key.newSecret()};
        long[][] nanos = new long[secrets.length][1001];
        for (int round = 0; round < nanos[0].length; round++) {
            for (int i = 0; i < secrets.length; i++) {
                long start = System.nanoTime();
                boolean known = ring.of(secrets[i]).isPresent();
                nanos[i][round] = System.nanoTime() - start;
                assertThat(known).isEqualTo(i < 2);
            }
        }
        long[] medians =
                Arrays.stream(nanos).mapToLong(KeyRingTest::median).sorted().toArray();
        assertThat(medians[medians.length - 1]).isLessThan(medians[0] * 3 / 2);
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
