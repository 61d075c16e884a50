package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.safepython.executor.TestSettings;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/**
 * Every attack of src/test/resources/attacks, with all walls and with the attacked one taken away: a check that passes for
 * the wrong reason fails there. With all walls the containers have waited in a pool.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksIT {
    private static final int AT_ONCE = 3;
    private static final List<String> COMMON = List.of(
            "capabilities/bounding_set.py",
            "capabilities/sets.py",
            "ipc/shared_memory.py",
            "network/interfaces.py",
            "process_1/open_its_files.py",
            "processes/fork_bomb.py",
            "root_fs/new_file.py",
            "system_calls/mount.py",
            "system_calls/prlimit_of_process_1.py",
            "system_calls/ptrace_traceme.py",
            "system_calls/unshare_user.py",
            "user/write_dev.py");
    private static final String HARMLESS = "print('fine')";

    private final Settings settings = TestSettings.with();
    private final Containers containers = new Containers(settings);
    private final DockerSandbox sandbox = new DockerSandbox(settings);
    private final Settings warmSettings =
            TestSettings.with("EXECUTOR_POOL_SIZE", "4", "EXECUTOR_POOL_SIZE_PYTHON2", "2");
    private final DockerSandbox warm = new DockerSandbox(warmSettings);
    private final TestCell cells = new TestCell(warm);
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    @BeforeAll
    void fill() {
        warm.prepare(Language.PYTHON3);
        warm.prepare(Language.PYTHON2);
    }

    @AfterAll
    void nothingIsLeft() throws InterruptedException {
        threads.shutdown();
        cells.close();
        sandbox.close();
        warm.close();
        assertThat(containers.awaitNone()).isEmpty();
        containers.close();
        try (Containers pool = new Containers(warmSettings)) {
            assertThat(pool.awaitNone()).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> testEveryWallHolds() {
        return inParallel(Attack.all(), attack -> {
            TestCell.Outcome outcome = cells.run(attack.code());

            assertThat(outcome.stdout().lines()).as(outcome::toString).contains(attack.evidence());
            assertThat(outcome.label()).as(outcome::toString).isEqualTo(attack.outcome());
            assertThat(cells.run(HARMLESS).stdout()).isEqualTo("fine\n");
        });
    }

    @TestFactory
    Stream<DynamicTest> testTheWallsAreTheSameForPython2() {
        TestCell python2 = new TestCell(warm, Language.PYTHON2);
        List<Attack> common = Attack.all().stream()
                .filter(attack -> COMMON.contains(attack.name()))
                .toList();
        assertThat(common).hasSameSizeAs(COMMON);
        return inParallel(common, attack -> {
            TestCell.Outcome outcome = python2.run(attack.code());

            assertThat(outcome.stdout().lines()).as(outcome::toString).contains(attack.evidence());
            assertThat(outcome.label()).as(outcome::toString).isEqualTo(attack.outcome());
        });
    }

    @TestFactory
    Stream<DynamicTest> testEveryAttackSucceedsWithoutItsWall() {
        List<Attack> twins = Attack.all().stream()
                .filter(attack -> !attack.removed().isEmpty())
                .toList();
        return inParallel(twins, attack -> {
            // An instance of its own: closing a sandbox removes all containers of its instance.
            Settings own = TestSettings.with();
            DockerSandbox breached = new DockerSandbox(own, new BreachedWalls(own, attack.removed()));
            try (TestCell cell = new TestCell(breached)) {
                TestCell.Outcome outcome = cell.run(attack.code());

                assertThat(outcome.stdout())
                        .as(outcome::toString)
                        .containsAnyOf(attack.success().toArray(String[]::new));
                assertThat(outcome.stdout().lines())
                        .as(outcome::toString)
                        .anyMatch(line -> !line.equals(attack.evidence()));
            } finally {
                breached.close();
            }
        });
    }

    @Test
    void testOutputReachesNoLogOfTheEngine() throws Exception {
        assertThat(logPath(sandbox)).isEmpty();
        DockerSandbox breached = new DockerSandbox(settings, new BreachedWalls(settings, List.of("logs")));
        assertThat(logPath(breached)).isNotEmpty();
        breached.close();
    }

    private String logPath(DockerSandbox sandbox) throws Exception {
        assertThat(containers.awaitNone()).isEmpty();
        try (Cell cell = sandbox.lease(Language.PYTHON3)) {
            assertThat(cell.guest().python()).isNotEmpty();
            InspectContainerResponse container =
                    containers.inspect(containers.ids().get(0));
            String path = container.getLogPath();
            return path == null ? "" : path;
        }
    }

    /** Starts the work on all attacks a few at a time, and reports each as a test of its own. */
    private Stream<DynamicTest> inParallel(List<Attack> attacks, Work work) {
        List<Future<?>> results = attacks.stream()
                .<Future<?>>map(attack -> threads.submit(() -> work.on(attack)))
                .toList();
        return Stream.iterate(0, index -> index < attacks.size(), index -> index + 1)
                .map(index -> DynamicTest.dynamicTest(attacks.get(index).name(), () -> await(results.get(index))));
    }

    private static void await(Future<?> result) throws Throwable {
        try {
            result.get();
        } catch (ExecutionException failure) {
            throw failure.getCause();
        }
    }

    /** What is done with one attack. */
    private interface Work {
        void on(Attack attack);
    }
}
