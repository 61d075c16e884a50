package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Settings;

/** The processes that the engine keeps beside containers are killed, be they shared or not. */
class ShimIT {
    private static final int POOL = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Settings settings = TestSettings.with("EXECUTOR_POOL_SIZE", Integer.toString(POOL));
    private final Sandbox sandbox = Containers.sandbox(settings);
    private final RealService service = new RealService(settings, sandbox);
    private final Containers containers = new Containers(settings);

    @AfterEach
    void close() {
        service.close();
        sandbox.retire();
        containers.awaitTidied(sandbox, PATIENCE);
        containers.close();
    }

    @Test
    void testWhatRunsIsLostAndWhatWaitsIsReplaced() throws Exception {
        containers.awaitPool(sandbox, POOL, PATIENCE);
        Begun begun = new Begun();
        CompletableFuture<Answer> run = service.service()
                .execute(RealService.request("while True: pass"), System.nanoTime(), begun)
                .answer();
        begun.latch.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        Set<ProcessHandle> shims = containers.shims();
        assertThat(shims).isNotEmpty().allMatch(ProcessHandle::destroyForcibly);

        ExecutionResult result = RealService.result(run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertThat(result.conclusion().outcome()).isEqualTo(Outcome.LOST);
        assertThat(service.run("print('next')").stdout().text()).isEqualTo("next\n");
        containers.awaitPool(sandbox, POOL, PATIENCE);
        assertThat(containers.shims()).doesNotContainAnyElementsOf(shims);
        assertThat(service.run("print('again')").stdout().text()).isEqualTo("again\n");
    }

    /** Hears that a program has been let go. */
    private static final class Begun implements ProgramEvents {
        private final CompletableFuture<Void> latch = new CompletableFuture<>();

        @Override
        public void started() {
            latch.complete(null);
        }

        @Override
        public void wrote(Stream stream, byte[] bytes) {
            // The result has it.
        }
    }
}
