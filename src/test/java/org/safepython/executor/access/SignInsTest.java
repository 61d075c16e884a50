package org.safepython.executor.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Key;

class SignInsTest {
    private static final String SECRET = Key.newSecret();

    @TempDir
    private Path folder;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private TestKeys file;
    private KeyRing ring;
    private SignIns signIns;
    private String token;

    @BeforeEach
    void signIn() {
        file = new TestKeys(folder);
        file.write(TestKeys.line("one", SECRET));
        ring = new KeyRing(TestSettings.with("EXECUTOR_KEYS", file.path().toString()));
        signIns = new SignIns(ring, now::get);
        token = signIns.begin(ring.of(SECRET).orElseThrow());
    }

    @Test
    void testTokenStandsForTheKeyAndIsNoneItself() {
        assertThat(signIns.keyOf(token)).map(Key::name).contains("one");
        assertThat(ring.of(token)).isEmpty();
        assertThat(signIns.keyOf(SECRET)).isEmpty();
        assertThat(signIns.keyOf("")).isEmpty();
    }

    /** Also where the clock's figure wraps around meanwhile. */
    @Test
    void testTokenEndsWithItsTime() {
        now.addAndGet(SignIns.LONGEST.toNanos() - 1);
        assertThat(signIns.keyOf(token)).isPresent();
        now.addAndGet(1);
        assertThat(signIns.keyOf(token)).isEmpty();
    }

    @Test
    void testWhoSignsOutIsOutAloneAndOfHisTokensThisOne() {
        String other = signIns.begin(ring.of(SECRET).orElseThrow());

        signIns.end(token);
        signIns.end("no such token");

        assertThat(signIns.keyOf(token)).isEmpty();
        assertThat(signIns.keyOf(other)).isPresent();
    }

    @Test
    void testTokenEndsWithItsKey() {
        file.write("");
        ring.look();
        ring.look();
        assertThat(signIns.keyOf(token)).isEmpty();

        file.write(TestKeys.line("one", Key.newSecret()));
        ring.look();
        ring.look();
        assertThat(signIns.keyOf(token)).as("a new key of the same name").isEmpty();
    }

    @Test
    void testHundredSignInsOfAKeyPushOutItsOldestAndNobodyElses() {
        String other = Key.newSecret();
        file.write(TestKeys.line("one", SECRET) + TestKeys.line("other", other));
        ring.look();
        ring.look();
        String others = signIns.begin(ring.of(other).orElseThrow());
        Key key = ring.of(SECRET).orElseThrow();
        String last = token;
        for (int i = 0; i < 100; i++) {
            assertThat(signIns.keyOf(token)).isPresent();
            last = signIns.begin(key);
        }

        assertThat(signIns.keyOf(token)).isEmpty();
        assertThat(signIns.keyOf(last)).isPresent();
        assertThat(signIns.keyOf(others)).isPresent();
    }
}
