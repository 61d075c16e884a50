package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** Whatever fails, no container stays and no place is lost. */
class FailuresIT {
    private final Settings settings = TestSettings.with("EXECUTOR_PARALLEL_RUNS", "1", "EXECUTOR_QUEUE", "0");
    private final Containers containers = new Containers(settings);

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        assertThat(containers.awaitNone()).isEmpty();
        containers.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void testFaultOfOurOwnLosesNeitherContainerNorPlace(int faultyCall) throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        MonotonicClock clock = () -> {
            if (calls.incrementAndGet() == faultyCall) {
                throw new IllegalStateException("a fault of our own");
            }
            return System.nanoTime();
        };
        try (RealService service = new RealService(settings, Containers.sandbox(settings), clock)) {
            assertThatThrownBy(() -> service.run("print(1)")).hasRootCauseMessage("a fault of our own");
            assertThat(containers.awaitNone()).isEmpty();
            Thread.sleep(200);

            assertThat(service.run("print(2)").stdout().text()).isEqualTo("2\n");
        }
    }

    @Test
    void testMissingImageIsUnavailable() {
        Settings other = TestSettings.with("EXECUTOR_IMAGE", "safe-python-executor/none:none");
        Sandbox sandbox = Containers.sandbox(other);
        try (RealService service = new RealService(other, sandbox)) {
            assertThat(service.execute(RealService.request("print(1)"))).isInstanceOf(Answer.Unavailable.class);
            assertThat(sandbox.state(Language.PYTHON3).impediment())
                    .contains("this installation has no image for python3");
        }
    }

    @Test
    void testMissingImageOfOneLanguageLeavesTheOther() {
        Settings other = TestSettings.with("EXECUTOR_IMAGE_PYTHON2", "safe-python-executor/none:none");
        Sandbox sandbox = Containers.sandbox(other);
        ExecutionRequest python2 = RealService.request(Language.PYTHON2, "print 1", Duration.ofSeconds(10), "");
        try (RealService service = new RealService(other, sandbox)) {
            sandbox.prepare(Language.PYTHON2);

            assertThat(service.execute(python2))
                    .isEqualTo(new Answer.Unavailable(
                            "this installation has no image for python2", Duration.ofSeconds(2)));
            assertThat(service.run("print(1)").stdout().text()).isEqualTo("1\n");
            assertThat(sandbox.state(Language.PYTHON3)).isInstanceOf(GuestState.Ready.class);
        }
    }

    @Test
    void testRuntimeThatTheEngineLacksIsUnavailableAndLeavesNothing() throws InterruptedException {
        Settings other = TestSettings.with("EXECUTOR_RUNTIME", "no-such-runtime");
        try (RealService service = new RealService(other, Containers.sandbox(other));
                Containers left = new Containers(other)) {
            assertThat(service.execute(RealService.request("print(1)"))).isInstanceOf(Answer.Unavailable.class);
            assertThat(left.awaitNone()).isEmpty();
        }
    }

    @Test
    void testMissingEngineIsUnavailable() {
        Settings other = TestSettings.with("DOCKER_HOST", "unix:///nowhere/engine.sock");
        Sandbox sandbox = Containers.sandbox(other);
        try (RealService service = new RealService(other, sandbox)) {
            assertThat(service.execute(RealService.request("print(1)"))).isInstanceOf(Answer.Unavailable.class);
            assertThat(sandbox.state(Language.PYTHON3).impediment()).contains("the engine gives no container");
        }
    }

    @Test
    void testContainerWhoseServerIsGoneEndsByItselfAndTheNextServerRemovesIt() throws Exception {
        Sandbox killed = Containers.sandbox(settings);
        Settings others = TestSettings.with();
        Cell lost = killed.lease(Language.PYTHON3);
        try (Containers neighbours = new Containers(others);
                Cell neighbour = Containers.sandbox(others).lease(Language.PYTHON3)) {
            lost.kill();
            for (int i = 0; i < 100 && containers.running() > 0; i++) {
                Thread.sleep(50);
            }
            assertThat(containers.running()).isZero();
            assertThat(containers.ids()).hasSize(1);

            Containers.sandbox(settings).tidy();

            assertThat(containers.ids()).isEmpty();
            assertThat(neighbours.running()).isEqualTo(1);
            assertThat(neighbour.guest().python()).isNotEmpty();
        }
    }

    @Test
    void testTidyLeavesWhatIsInUse() throws Exception {
        Sandbox sandbox = Containers.sandbox(settings);
        try (Cell cell = sandbox.lease(Language.PYTHON3)) {
            sandbox.tidy();

            assertThat(containers.running()).isEqualTo(1);
            assertThat(cell.guest().python()).isNotEmpty();
        }
    }
}
