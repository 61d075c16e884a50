package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/**
 * Many runs of each kind, eight at a time, more than the pool holds: nothing is left of them, neither with the engine nor in
 * this process.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaksIT {
    private static final int RUNS = 40;
    private static final int POOL = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Settings settings = TestSettings.with(
            "EXECUTOR_PARALLEL_RUNS", "8",
            "EXECUTOR_QUEUE_WAIT_MS", "60000",
            "EXECUTOR_POOL_SIZE", Integer.toString(POOL));
    private final Containers containers = new Containers(settings);
    private final Sandbox sandbox = Containers.sandbox(settings);
    private final RealService service = new RealService(settings, sandbox);

    @BeforeAll
    void warmUp() throws Exception {
        sandbox.prepare(Language.PYTHON3);
        runAll("print(1)", Duration.ofSeconds(10));
        runAll("while True: pass", Duration.ofMillis(100));
        awaitThePoolAlone();
    }

    private void awaitThePoolAlone() {
        containers.awaitPool(sandbox, POOL, PATIENCE);
    }

    @AfterAll
    void close() {
        service.close();
        sandbox.retire();
        Await.until(PATIENCE, () -> containers.ids().isEmpty());
        containers.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "COMPLETED, 10000, \"print('x' * 100)\"",
                "TIMED_OUT, 300, \"while True: pass\"",
                "MEMORY_EXCEEDED, 20000, \"x = bytearray(1 << 30)\"",
                "OUTPUT_EXCEEDED, 20000, \"import os\nwhile True: os.write(1, b'x' * 65536)\"",
                "LOST, 20000, \"import os\nos.kill(os.getpid(), 19)\"",
            })
    void testNothingIsLeft(Outcome outcome, int timeoutMillis, String code) throws Exception {
        List<String> descriptors = descriptors();
        long threads = threads();

        List<Outcome> outcomes =
                outcome == Outcome.LOST ? killedFromOutside(code) : runAll(code, Duration.ofMillis(timeoutMillis));

        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(8).containsOnly(outcome);
        awaitThePoolAlone();
        for (int i = 0; i < 100 && descriptors().size() > descriptors.size(); i++) {
            Thread.sleep(50);
        }
        assertThat(descriptors()).as("was %s", descriptors).hasSizeLessThanOrEqualTo(descriptors.size());
        assertThat(threads()).isLessThanOrEqualTo(threads);
    }

    private List<Outcome> runAll(String code, Duration timeout) throws InterruptedException, ExecutionException {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            answers.add(service.begin(RealService.request(code, timeout, "")));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (CompletableFuture<Answer> answer : answers) {
            outcomes.add(RealService.result(answer.get()).conclusion().outcome());
        }
        return outcomes;
    }

    /** Eight stopped programs whose containers somebody else kills. */
    private List<Outcome> killedFromOutside(String code) throws Exception {
        long leases = sandbox.supply(Language.PYTHON3).leases();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(service.begin(RealService.request(code, Duration.ofSeconds(20), "")));
        }
        Await.until(
                PATIENCE,
                () -> sandbox.supply(Language.PYTHON3).leases() == leases + 8
                        && sandbox.supply(Language.PYTHON3).waiting() == 0);
        Thread.sleep(1500);
        containers.ids().forEach(containers::killIfThere);
        List<Outcome> outcomes = new ArrayList<>();
        for (CompletableFuture<Answer> answer : answers) {
            outcomes.add(RealService.result(answer.get()).conclusion().outcome());
        }
        return outcomes;
    }

    /** Threads but for those of the test's own pools, which keep theirs for a while. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("pool-"))
                .count();
    }

    /** What is open, but for what the Java machine looks at by itself. */
    private static List<String> descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.map(LeaksIT::target)
                    .filter(target -> !target.startsWith("/sys/") && !target.startsWith("/proc/"))
                    .sorted()
                    .toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "closed meanwhile";
        }
    }
}
