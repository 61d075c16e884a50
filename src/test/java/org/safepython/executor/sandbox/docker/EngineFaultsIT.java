package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safepython.executor.Answer;
import org.safepython.executor.Await;
import org.safepython.executor.Outcome;
import org.safepython.executor.RealService;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Settings;

/**
 * An engine that hangs, has no disk left or loses its image: every request has an answer that is true, harmless programs
 * run again without a restart, and nothing is left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineFaultsIT {
    private static final int POOL = 2;
    private static final Duration RECOVERY = Duration.ofMinutes(1);

    private final OwnEngine engine = new OwnEngine();
    private final Settings settings = TestSettings.with(
            "DOCKER_HOST",
            engine.host(),
            "EXECUTOR_POOL_SIZE",
            Integer.toString(POOL),
            "EXECUTOR_LANGUAGES",
            "python3");
    private final DockerSandbox sandbox = new DockerSandbox(settings);
    private final RealService service = new RealService(settings, sandbox);
    private final Containers containers = new Containers(settings);

    @AfterAll
    void close() {
        try (engine;
                containers) {
            service.close();
            sandbox.close();
            assertThat(containers.ids()).isEmpty();
        }
    }

    @BeforeEach
    void fill() {
        containers.awaitPool(sandbox, POOL, RECOVERY);
    }

    private List<CompletableFuture<Answer>> begin(int count) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = "print(%d)".formatted(i);
            answers.add(CompletableFuture.supplyAsync(() -> service.execute(RealService.request(code))));
        }
        return answers;
    }

    /** What has run has the output of its own program; what has not says so. */
    private static void assertTrue(List<CompletableFuture<Answer>> answers) throws Exception {
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i).get(RECOVERY.toSeconds(), TimeUnit.SECONDS);
            if (answer instanceof Answer.Executed executed
                    && executed.result().conclusion().outcome() == Outcome.COMPLETED) {
                assertThat(executed.result().stdout().text()).isEqualTo(i + "\n");
            } else if (answer instanceof Answer.Executed executed) {
                assertThat(executed.result().conclusion().outcome()).isEqualTo(Outcome.LOST);
            } else {
                assertThat(answer).isInstanceOfAny(Answer.Unavailable.class, Answer.Busy.class);
            }
        }
    }

    private void assertServesAgain() {
        Await.until(
                RECOVERY,
                () -> service.execute(RealService.request("print('again')")) instanceof Answer.Executed executed
                        && executed.result().stdout().text().equals("again\n"));
        containers.awaitPool(sandbox, POOL, RECOVERY);
    }

    @Test
    void testEngineThatHangs() throws Exception {
        engine.pause();
        List<CompletableFuture<Answer>> answers = begin(2 * POOL + 2);
        try {
            Thread.sleep(3000);
        } finally {
            engine.resume();
        }

        assertTrue(answers);
        assertServesAgain();
    }

    @Test
    void testEngineWithoutDiskSpace() throws Exception {
        engine.fillDisk();
        List<CompletableFuture<Answer>> answers;
        try {
            answers = begin(2 * POOL + 2);
            assertTrue(answers);
        } finally {
            engine.freeDisk();
        }

        assertServesAgain();
    }

    @Test
    void testEngineThatLosesItsImage() throws Exception {
        engine.removeImage();
        try {
            sandbox.tidy();
            assertThat(service.execute(RealService.request("print(1)"))).isInstanceOf(Answer.Unavailable.class);
        } finally {
            engine.loadImage();
        }

        assertServesAgain();
    }
}
