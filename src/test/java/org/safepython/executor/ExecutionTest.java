package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ExecutionTest {
    private final Execution execution = new Execution("1");

    @Test
    void testOneTurnIsTakenOnce() {
        assertThat(execution.admit()).isTrue();
        assertThat(execution.admit()).isFalse();
    }

    @Test
    void testWhatWasRefusedIsNotAdmitted() {
        execution.refuse(new Answer.Busy(Duration.ofSeconds(1)));

        assertThat(execution.admit()).isFalse();
        assertThat(execution.answer()).isCompletedWithValue(new Answer.Busy(Duration.ofSeconds(1)));
    }

    @Test
    void testWhatWasAdmittedIsNotRefused() {
        execution.admit();
        execution.refuse(new Answer.ShuttingDown());

        assertThat(execution.answer()).isNotDone();
    }

    @Test
    void testClientThatLeavesWhileItWaitsTakesItsAnswerAlong() {
        execution.cancel();

        assertThat(execution.admit()).isFalse();
        assertThat(execution.answer()).isCancelled();
    }

    @Test
    void testLaterRefusalChangesNothing() {
        execution.cancel();
        execution.refuse(new Answer.ShuttingDown());

        Assertions.assertThatThrownBy(() -> execution.answer().join()).isInstanceOf(CancellationException.class);
    }

    @Test
    void testPaceFollowsWhatRunsTake() {
        Pace pace = new Pace(2);
        for (int i = 0; i < 100; i++) {
            pace.add(Duration.ofSeconds(4).toNanos());
        }

        assertThat(pace.until(0)).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2100));
        assertThat(pace.until(9)).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(21));
        assertThat(pace.until(1000)).isEqualTo(Duration.ofSeconds(60));
    }
}
