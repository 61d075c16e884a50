package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Settings;

/** A clock that jumps an hour back and forth all the time: outcomes and time limits do not come from it. */
class ClockStepsIT {
    private static final int ROUNDS = 8;
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final Duration LIMIT = Duration.ofMillis(400);
    private static final Duration LATE = Duration.ofSeconds(3);

    @Test
    void testOutcomesAndLimitsHoldAndNoTimingIsNegative() throws IOException {
        AtomicLong step = new AtomicLong();
        ScheduledExecutorService stepper = Executors.newSingleThreadScheduledExecutor();
        Settings settings = TestSettings.with("EXECUTOR_POOL_SIZE", "2");
        Sandbox sandbox = Containers.sandbox(settings);
        try (Containers containers = new Containers(settings);
                RealService service = new RealService(settings, sandbox, () -> System.nanoTime() + step.get())) {
            var steps = stepper.scheduleAtFixedRate(
                    () -> step.updateAndGet(now -> now > 0 ? -HOUR : HOUR), 0, 7, TimeUnit.MILLISECONDS);
            List<CompletableFuture<Answer>> completed = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                completed.add(service.begin(RealService.request("import time\ntime.sleep(0.1)\nprint(" + i + ")")));
                ExecutionResult stopped = timedOut(service);
                assertPlausible(stopped);
            }
            for (int i = 0; i < ROUNDS; i++) {
                ExecutionResult result = RealService.result(completed.get(i).join());
                assertThat(result.conclusion().outcome()).isEqualTo(Outcome.COMPLETED);
                assertThat(result.stdout().text()).isEqualTo(i + "\n");
                assertPlausible(result);
            }
            steps.cancel(false);
            assertThat(service.run("print('again')").stdout().text()).isEqualTo("again\n");
            sandbox.retire();
            containers.awaitTidied(sandbox, Duration.ofSeconds(30));
        } finally {
            stepper.shutdownNow();
        }
    }

    private static ExecutionResult timedOut(RealService service) {
        long asked = System.nanoTime();
        ExecutionResult result =
                RealService.result(service.execute(RealService.request("while True: pass", LIMIT, "")));
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .isBetween(LIMIT, MachinePace.stretched(LIMIT.plus(LATE)));
        assertThat(result.conclusion().outcome()).isEqualTo(Outcome.TIMED_OUT);
        return result;
    }

    private static void assertPlausible(ExecutionResult result) {
        Timings timings = result.timings();
        assertThat(List.of(timings.policy(), timings.queue(), timings.acquire(), timings.run()))
                .allSatisfy(part -> assertThat(part).isNotNegative());
    }
}
