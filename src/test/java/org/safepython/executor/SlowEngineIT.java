package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Settings;

/** An engine that takes a third of a second for whatever it is told: answers come late, and are true. */
class SlowEngineIT {
    private static final int POOL = 2;
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @Test
    void testProgramsRunAllAndEachIsWhatItWas() throws IOException {
        try (Relay relay = new Relay()) {
            Settings settings = TestSettings.with(
                    "DOCKER_HOST", relay.host(),
                    "EXECUTOR_POOL_SIZE", Integer.toString(POOL),
                    "EXECUTOR_QUEUE_WAIT_MS", "60000");
            Sandbox sandbox = Containers.sandbox(settings);
            try (Containers containers = new Containers(TestSettings.with(
                            "EXECUTOR_INSTANCE", settings.engine().instance()));
                    RealService service = new RealService(settings, sandbox)) {
                containers.awaitPool(sandbox, POOL, RECOVERY);
                relay.delay(DELAY);

                assertThat(RealService.result(service.execute(RealService.request("pass")))
                                .timings()
                                .run())
                        .isGreaterThan(BigDecimal.valueOf(DELAY.toMillis()));
                List<CompletableFuture<Answer>> answers = IntStream.range(0, 3 * POOL)
                        .mapToObj(i -> service.begin(RealService.request("print(" + i + ")")))
                        .toList();
                Answer endless = service.execute(RealService.request("while True: pass", DELAY, ""));

                for (int i = 0; i < answers.size(); i++) {
                    ExecutionResult result = RealService.result(answers.get(i).join());
                    assertThat(result.conclusion().outcome()).isEqualTo(Outcome.COMPLETED);
                    assertThat(result.stdout().text()).isEqualTo(i + "\n");
                }
                assertThat(RealService.result(endless).conclusion().outcome()).isEqualTo(Outcome.TIMED_OUT);
                relay.delay(Duration.ZERO);
                containers.awaitPool(sandbox, POOL, RECOVERY);
                sandbox.retire();
                containers.awaitTidied(sandbox, RECOVERY);
            }
        }
    }
}
