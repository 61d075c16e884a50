package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Settings;

/** More requests at once than there are containers and places: some wait, others are told when to come again, and then run. */
class BurstIT {
    private static final int POOL = 4;
    private static final int PLACES = 12;
    private static final int BURST = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_TRIES = 20;

    private final Settings settings = TestSettings.with(
            "EXECUTOR_POOL_SIZE", Integer.toString(POOL),
            "EXECUTOR_QUEUE", Integer.toString(PLACES),
            "EXECUTOR_QUEUE_WAIT_MS", "2000");
    private final Sandbox sandbox = Containers.sandbox(settings);
    private final RealService service = new RealService(settings, sandbox);
    private final Containers containers = new Containers(settings);
    private final List<Duration> promises = new ArrayList<>();

    @AfterEach
    void close() {
        service.close();
        sandbox.retire();
        containers.awaitTidied(sandbox, PATIENCE);
        containers.close();
    }

    @Test
    void testWhoComesAgainWhenToldIsServed() throws Exception {
        containers.awaitPool(sandbox, POOL, PATIENCE);

        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < BURST; i++) {
            all.add(serve(i, 1));
        }

        for (int i = 0; i < BURST; i++) {
            assertThat(all.get(i).get(90, TimeUnit.SECONDS)).isEqualTo(i + "\n");
        }
        assertThat(promises)
                .hasSizeGreaterThanOrEqualTo(BURST - PLACES - settings.parallelRuns() - 1)
                .allSatisfy(promise -> assertThat(promise).isBetween(Duration.ofMillis(1), Duration.ofSeconds(60)));
    }

    /** Asks until there is a result, as a well-behaved client does. */
    private CompletableFuture<String> serve(int number, int attempt) {
        assertThat(attempt).isLessThanOrEqualTo(MOST_TRIES);
        return service.begin(RealService.request("print(" + number + ")")).thenCompose(answer -> {
            if (answer instanceof Answer.Busy busy) {
                return comeAgain(number, attempt, busy.retryAfter());
            }
            return CompletableFuture.completedFuture(
                    RealService.result(answer).stdout().text());
        });
    }

    private CompletableFuture<String> comeAgain(int number, int attempt, Duration promise) {
        synchronized (promises) {
            promises.add(promise);
        }
        Executor later = CompletableFuture.delayedExecutor(promise.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> number, later).thenCompose(again -> serve(again, attempt + 1));
    }
}
