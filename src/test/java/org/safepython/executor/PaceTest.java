package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static Pace after(int permits, Duration kept) {
        Pace pace = new Pace(permits);
        for (int i = 0; i < 100; i++) {
            pace.add(kept.toNanos());
        }
        return pace;
    }

    @Test
    void testWaitIsThatOfTheWholeQueue() {
        assertThat(after(1, Duration.ofSeconds(4)).until(0)).isBetween(Duration.ofMillis(3900), Duration.ofSeconds(4));
        assertThat(after(4, Duration.ofSeconds(4)).until(7)).isBetween(Duration.ofMillis(7900), Duration.ofSeconds(8));
    }

    @Test
    void testWaitFollowsTheLastRunsAndIsAMinuteAtTheMost() {
        Pace pace = after(1, Duration.ofMillis(100));
        assertThat(pace.until(0)).isLessThan(Duration.ofMillis(110));
        pace.add(Duration.ofSeconds(10).toNanos());
        assertThat(pace.until(0)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(pace.until(1000)).isEqualTo(Duration.ofMinutes(1));
    }
}
