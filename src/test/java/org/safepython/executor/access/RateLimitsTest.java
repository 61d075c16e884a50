package org.safepython.executor.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Key;
import org.safepython.executor.settings.Scope;

class RateLimitsTest {
    private final AtomicLong now = new AtomicLong();
    private final RateLimits rates =
            new RateLimits(TestSettings.with("EXECUTOR_KEY_RATE", "30", "EXECUTOR_ADDRESS_RATE", "6"), now::get);

    private static Key key(OptionalInt perMinute) {
        return new Key("one", Set.of(Scope.RUN), "", perMinute, OptionalInt.empty());
    }

    private static int served(int requests, Supplier<Rate> one) {
        int served = 0;
        for (int i = 0; i < requests; i++) {
            served += one.get().isExceeded() ? 0 : 1;
        }
        return served;
    }

    private int served(String place, int requests) {
        return served(requests, () -> rates.ofAddress(place));
    }

    private int served(Key key, int requests) {
        return served(requests, () -> rates.ofKey(key));
    }

    @Test
    void testAMinutesRequestsAtOnceAndNoMore() {
        assertThat(rates.ofAddress("a")).isEqualTo(new Rate("address", 6, 5, Duration.ofSeconds(10), Duration.ZERO));
        assertThat(served("a", 100)).isEqualTo(5);
        assertThat(rates.ofAddress("a"))
                .isEqualTo(new Rate("address", 6, 0, Duration.ofMinutes(1), Duration.ofSeconds(10)));
    }

    @Test
    void testPlacesComeBackOneByOne() {
        served("a", 6);
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(served("a", 3)).isZero();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(served("a", 3)).isEqualTo(1);
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(served("a", 100)).isEqualTo(6);
    }

    @Test
    void testClientsDoNotShare() {
        served("a", 100);

        assertThat(served("b", 100)).isEqualTo(6);
        assertThat(served(key(OptionalInt.empty()), 100)).isEqualTo(30);
    }

    @Test
    void testKeyMayHaveALimitOfItsOwn() {
        assertThat(served(key(OptionalInt.of(45)), 100)).isEqualTo(45);
        assertThat(served(key(OptionalInt.of(2)), 100))
                .as("a tighter one holds at once")
                .isEqualTo(2);
    }

    @Test
    void testClientsWithoutEndTakeNoMemoryWithoutEnd() {
        served("a", 100);
        for (int i = 0; i < 9_999; i++) {
            served("address " + i, 1);
        }
        assertThat(served("a", 1)).as("still remembered").isZero();
        for (int i = 0; i < 10_000; i++) {
            served("address " + i, 1);
        }
        assertThat(served("a", 100)).as("forgotten").isEqualTo(6);
    }
}
