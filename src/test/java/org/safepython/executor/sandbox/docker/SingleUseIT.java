package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.Outcome;
import org.safepython.executor.RealService;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** One run, one container: what a program leaves in memory or in /tmp, no other ever finds. */
class SingleUseIT {
    private static final int RUNS = 500;
    private static final int CLIENTS = 16;
    private static final int POOL = 8;

    /** Tells which container it is in by the layer that the engine made for it, and whether somebody was here before. */
    private static final String TRESPASSER = """
        import builtins, os
        marks = [os.path.exists("/tmp/mark"), hasattr(builtins, "mark"), "MARK" in os.environ]
        open("/tmp/mark", "w").close()
        builtins.mark = os.environ["MARK"] = "here"
        root = [line for line in open("/proc/self/mountinfo") if line.split()[4] == "/"][0]
        print(root.split("upperdir=")[1].split(",")[0], *marks)
        """;

    private final Settings settings = TestSettings.with(
            "EXECUTOR_POOL_SIZE", Integer.toString(POOL), "EXECUTOR_QUEUE", "160", "EXECUTOR_QUEUE_WAIT_MS", "60000");

    @Test
    void testNoContainerIsEverUsedTwice() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        DockerSandbox sandbox = new DockerSandbox(settings);
        Set<String> layers = new HashSet<>();
        try (EngineEvents events = new EngineEvents(settings.engine().instance());
                RealService service = new RealService(settings, sandbox)) {
            sandbox.prepare(Language.PYTHON3);
            List<Future<ExecutionResult>> runs = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                runs.add(clients.submit(() -> service.run(TRESPASSER)));
            }
            for (Future<ExecutionResult> run : runs) {
                ExecutionResult result = run.get();
                assertThat(result.conclusion().outcome()).isEqualTo(Outcome.COMPLETED);
                assertThat(result.stdout().text()).endsWith(" False False False\n");
                layers.add(result.stdout().text());
            }
            assertThat(layers).hasSize(RUNS);
            sandbox.close();

            List<String> created = events.awaitCreated(RUNS);
            assertThat(created).doesNotHaveDuplicates().hasSizeBetween(RUNS, RUNS + POOL + 2);
        } finally {
            clients.shutdownNow();
        }
        try (Containers containers = new Containers(settings)) {
            assertThat(containers.ids()).isEmpty();
        }
    }
}
