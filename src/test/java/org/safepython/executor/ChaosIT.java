package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/**
 * Runs while containers are killed, connections to the engine are cut and clients leave, all at random: every run has an
 * answer, no answer is wrong, no container is left, no place is lost.
 */
class ChaosIT {
    private static final int RUNS = 500;
    private static final int CLIENTS = 16;
    private static final int POOL = 8;
    private static final int RUNS_UNDISTURBED = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 20;

    private final Relay relay = new Relay();
    private final Settings settings = TestSettings.with(
            "DOCKER_HOST", relay.host(), "EXECUTOR_POOL_SIZE", Integer.toString(POOL), "EXECUTOR_QUEUE", "160");
    private final Sandbox sandbox = Containers.sandbox(settings);
    private final RealService service = new RealService(settings, sandbox);
    private final Containers containers = new Containers(
            TestSettings.with("EXECUTOR_INSTANCE", settings.engine().instance()));
    private final Random random = new Random(SEED);
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void testNothingIsLeftAndNoAnswerIsWrong() throws Exception {
        sandbox.prepare(Language.PYTHON3);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            int number = i;
            boolean leaves = i % 10 == 3;
            runs.add(clients.submit(() -> {
                try {
                    run(number, leaves);
                } finally {
                    ended.incrementAndGet();
                }
                return true;
            }));
        }
        for (int next = 0; next < RUNS - CLIENTS; next += RUNS_UNDISTURBED) {
            int count = next;
            Await.until(PATIENCE, () -> ended.get() >= count);
            disturb();
        }
        for (Future<?> run : runs) {
            assertThat(run.get()).isEqualTo(true);
        }
        clients.shutdown();

        assertThat(served.get()).isGreaterThan(RUNS / 2);
        assertAllPlacesAreFree();
        assertThePoolIsFull();
        service.close();
        sandbox.retire();
        awaitTidied(() -> containers.ids().isEmpty());
        containers.close();
        relay.close();
    }

    private void run(int number, boolean leaves) throws Exception {
        String code = "import time\ntime.sleep(%s)\nprint(%d)".formatted(leaves ? "5" : "0.02", number);
        Execution execution = service.service()
                .execute(
                        RealService.request(code, Duration.ofSeconds(20), ""),
                        System.nanoTime(),
                        ProgramEvents.UNHEARD);
        if (leaves) {
            Thread.sleep(number);
            execution.cancel();
            assertThat(execution.answer().handle((answer, left) -> true).get(60, TimeUnit.SECONDS))
                    .isTrue();
            return;
        }
        if (execution.answer().get(60, TimeUnit.SECONDS) instanceof Answer.Executed executed) {
            check(executed.result(), number);
        }
    }

    /** Whoever killed what: a program that is said to have completed has done all that it was to do. */
    private void check(ExecutionResult result, int number) {
        Outcome outcome = result.conclusion().outcome();
        assertThat(outcome).isIn(Outcome.COMPLETED, Outcome.LOST);
        if (outcome == Outcome.COMPLETED) {
            assertThat(result.stdout().text()).isEqualTo(number + "\n");
            served.incrementAndGet();
        }
    }

    private void disturb() {
        if (random.nextBoolean()) {
            relay.cutOne(random);
            return;
        }
        List<String> ids = containers.ids();
        if (!ids.isEmpty()) {
            containers.killIfThere(ids.get(random.nextInt(ids.size())));
        }
    }

    /** It is filled beyond its low mark only where no lease is taken for open. */
    private void assertThePoolIsFull() {
        awaitTidied(() -> sandbox.supply(Language.PYTHON3).warm() == POOL);
    }

    private void awaitTidied(BooleanSupplier condition) {
        Await.until(PATIENCE, () -> {
            sandbox.tidy();
            return condition.getAsBoolean();
        });
    }

    /** As many long runs as there are places, and one more client's, all run at once. */
    private void assertAllPlacesAreFree() throws Exception {
        List<Future<Answer>> all = new ArrayList<>();
        for (int i = 0; i < settings.parallelRuns() + 1; i++) {
            all.add(service.begin(RealService.request("import time\ntime.sleep(4)\nprint('done')")));
        }
        long begun = System.nanoTime();
        for (Future<Answer> answer : all) {
            assertThat(RealService.result(answer.get(60, TimeUnit.SECONDS))
                            .stdout()
                            .text())
                    .isEqualTo("done\n");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }
}
