package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Await;
import org.safepython.executor.TestSettings;
import org.safepython.executor.server.TestServer;

/** An engine that was away for a moment may be another: its walls are proven again before a program runs. */
class EngineLifeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PROVEN = "walls hold on engine";

    @Test
    void testEngineThatRestartsBetweenTwoLooksIsProvenAgain() {
        try (OwnEngine engine = new OwnEngine();
                TestServer server = TestServer.start(Map.of(
                        "DOCKER_HOST", engine.host(), "EXECUTOR_LANGUAGES", "python3", "EXECUTOR_POOL_SIZE", "0"))) {
            assertThat(proofs(server)).isEqualTo(1);

            engine.kill();
            engine.start();

            Await.until(PATIENCE, () -> proofs(server) == 2, server::printed);
            assertThat(server.printed()).doesNotContain("the walls could not be attacked");
        }
    }

    private static long proofs(TestServer server) {
        return server.printed().lines().filter(line -> line.contains(PROVEN)).count();
    }

    @Test
    void testLifeIsTheSameUntilTheEngineEnds() {
        try (OwnEngine own = new OwnEngine();
                Engine engine =
                        new Engine(TestSettings.with("DOCKER_HOST", own.host()).engine())) {
            int first = engine.life();
            assertThat(engine.life()).isEqualTo(first);
            assertThat(engine.containers("nobody")).isEmpty();
            assertThat(engine.life()).isEqualTo(first);

            own.stop();
            assertThat(engine.life()).isEqualTo(first);
            own.start();
            int second = engine.life();
            assertThat(second).isNotEqualTo(first);
            assertThat(engine.life()).isEqualTo(second);
        }
    }
}
