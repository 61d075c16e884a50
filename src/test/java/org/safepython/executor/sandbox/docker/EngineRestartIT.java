package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Answer;
import org.safepython.executor.Await;
import org.safepython.executor.Outcome;
import org.safepython.executor.RealService;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** An engine that stops, or dies, and comes again: the service recovers by itself, and nothing is left of what was. */
class EngineRestartIT {
    private static final int POOL = 4;
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final String LOOP = "while True: pass";

    private final OwnEngine engine = new OwnEngine();
    private final Settings settings =
            TestSettings.with("DOCKER_HOST", engine.host(), "EXECUTOR_POOL_SIZE", Integer.toString(POOL));
    private final DockerSandbox sandbox = new DockerSandbox(settings);
    private final RealService service = new RealService(settings, sandbox);
    private final Containers containers = new Containers(settings);

    @AfterEach
    void close() {
        try (engine;
                containers) {
            service.close();
            sandbox.close();
            assertThat(containers.ids()).isEmpty();
        }
    }

    private void fill() {
        containers.awaitPool(sandbox, POOL, RECOVERY);
    }

    private CompletableFuture<Answer> begunLoop() throws InterruptedException {
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                () -> service.execute(RealService.request(LOOP, Duration.ofSeconds(20), "")));
        Await.until(RECOVERY, () -> sandbox.supply(Language.PYTHON3).leases() > 0);
        Thread.sleep(500);
        return answer;
    }

    private void assertRecovers(CompletableFuture<Answer> interrupted) throws Exception {
        assertThat(service.execute(RealService.request("print(1)"))).isInstanceOf(Answer.Unavailable.class);
        assertThat(RealService.result(interrupted.get()).conclusion().outcome()).isEqualTo(Outcome.LOST);

        engine.start();
        assertThat(service.run("print(2)").stdout().text()).isEqualTo("2\n");
        fill();
        assertThat(service.run("print(3)").stdout().text()).isEqualTo("3\n");
    }

    @Test
    void testEngineThatIsStoppedAndStarted() throws Exception {
        fill();
        CompletableFuture<Answer> interrupted = begunLoop();
        engine.stop();

        assertRecovers(interrupted);
    }

    @Test
    void testEngineThatIsKilledAndStarted() throws Exception {
        fill();
        CompletableFuture<Answer> interrupted = begunLoop();
        engine.kill();

        assertRecovers(interrupted);
    }
}
