package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Settings;

/** An engine that accepts connections and says nothing: who can be served is, others hear so in time, and it passes. */
class HangingEngineIT {
    private static final int POOL = 3;
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final Relay relay = new Relay();
    private final Settings settings = TestSettings.with(
            "DOCKER_HOST", relay.host(),
            "EXECUTOR_POOL_SIZE", Integer.toString(POOL),
            "EXECUTOR_PARALLEL_RUNS", Integer.toString(POOL),
            "EXECUTOR_QUEUE_WAIT_MS", Long.toString(WAIT.toMillis()));
    private final Sandbox sandbox = Containers.sandbox(settings);
    private final RealService service = new RealService(settings, sandbox);
    private final Containers containers = new Containers(
            TestSettings.with("EXECUTOR_INSTANCE", settings.engine().instance()));

    @BeforeEach
    void fillThenHang() {
        containers.awaitPool(sandbox, POOL, RECOVERY);
        relay.hold();
    }

    @AfterEach
    void close() throws IOException {
        relay.release();
        service.close();
        sandbox.retire();
        containers.awaitTidied(sandbox, RECOVERY);
        containers.close();
        relay.close();
    }

    private List<CompletableFuture<Answer>> beginAll() {
        return Stream.generate(() -> service.begin(RealService.request("print('served')"))
                        .orTimeout(RECOVERY.toSeconds(), TimeUnit.SECONDS))
                .limit(POOL)
                .toList();
    }

    private static void assertServed(List<CompletableFuture<Answer>> runs) {
        assertThat(runs)
                .allSatisfy(run -> assertThat(
                                RealService.result(run.join()).stdout().text())
                        .isEqualTo("served\n"));
    }

    /** Twenty seconds is how long a call to the engine may take. */
    @ParameterizedTest
    @ValueSource(ints = {0, 21})
    void testWaitingContainersServeOthersHearSoInTimeAndAllPlacesComeBack(int more) throws Exception {
        assertServed(beginAll());

        long asked = System.nanoTime();
        List<CompletableFuture<Answer>> inVain = beginAll();
        assertThat(inVain)
                .allSatisfy(run -> assertThat(run.join())
                        .isInstanceOfSatisfying(
                                Answer.Busy.class,
                                busy -> assertThat(busy.retryAfter()).isPositive()));
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isBetween(WAIT, WAIT.multipliedBy(2));

        Thread.sleep(Duration.ofSeconds(more).toMillis());
        relay.release();
        containers.awaitPool(sandbox, POOL, RECOVERY);
        assertServed(beginAll());
    }
}
