package org.safepython.executor.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safepython.executor.Answer;
import org.safepython.executor.Outcome;
import org.safepython.executor.RealService;
import org.safepython.executor.TestSettings;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.settings.Wall;

/**
 * The self-test with all walls, and with each taken away in turn; but for {@code process-1}, which the runner holds alone:
 * {@code RunnerIT} has its attacks.
 */
class SelfTestIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Runnable> ends = new ArrayList<>();

    @AfterEach
    void close() {
        ends.forEach(Runnable::run);
    }

    private Proof proof(Settings settings, Sandbox sandbox, RealService service, ScheduledExecutorService scheduler) {
        Containers containers = new Containers(settings);
        ends.add(() -> {
            service.close();
            sandbox.retire();
            containers.awaitTidied(sandbox, PATIENCE);
            containers.close();
            scheduler.shutdownNow();
        });
        SelfTest selfTest =
                new SelfTest(settings, service.service(), sandbox, service.threads(), scheduler, System::nanoTime);
        settings.languages().forEach(service.gate()::shut);
        return new Proof(settings, selfTest, sandbox, service.gate(), System::nanoTime);
    }

    private Proof proof(Settings settings, Sandbox sandbox, RealService service) {
        return proof(settings, sandbox, service, Executors.newScheduledThreadPool(1));
    }

    private static WallReport report(Proof proof) throws Exception {
        return proof.renew().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static Set<Wall> walls(List<Finding> findings) {
        Set<Wall> walls = EnumSet.noneOf(Wall.class);
        findings.forEach(finding -> walls.add(finding.wall()));
        return walls;
    }

    private static Answer run(RealService service) {
        return service.execute(RealService.request("print('in')"));
    }

    @Test
    void testAllWallsHoldAndOpenTheGate() throws Exception {
        Settings settings = TestSettings.with();
        Sandbox sandbox = Containers.sandbox(settings);
        RealService service = new RealService(settings, sandbox);
        Proof proof = proof(settings, sandbox, service);

        assertThat(run(service)).isInstanceOf(Answer.Preparing.class);
        WallReport report = report(proof);

        assertThat(report.missing()).isEmpty();
        assertThat(walls(report.findings())).isEqualTo(EnumSet.allOf(Wall.class));
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.evidence()).isNotBlank())
                .extracting(Finding::language)
                .contains(Language.PYTHON2);
        assertThat(report.keeper().name()).contains("engine ", "control groups ");
        assertThat(RealService.result(run(service)).conclusion().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(RealService.result(service.execute(
                                RealService.request(Language.PYTHON2, "print 'in'", Duration.ofSeconds(10), "")))
                        .stdout()
                        .text())
                .isEqualTo("in\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    network | network
                    seccomp | system-calls
                    seccomp | sockets
                    root-fs | root-file-system
                    user | user
                    caps | capabilities
                    no-new-privileges, seccomp | no-new-privileges
                    memory | memory
                    pids | processes
                    cpu | cpu
                    tmp-size | tmp
                    tmp-inodes | tmp
                    tmp-noexec | tmp
                    tmp-nosuid | tmp
                    tmp-nodev | tmp
                    ipc | shared-memory
                    nofile | descriptors
                    core | core-files
                    fsize | file-size
                    masked | kernel-details
                    environment | environment
                    logs | logs
                    """)
    void testMissingWallIsNamedAndShutsTheGate(String removed, String wall) throws Exception {
        Settings settings = TestSettings.with("EXECUTOR_LANGUAGES", "python3");
        Sandbox sandbox = Containers.sandbox(settings, Arrays.asList(removed.split(", ")));
        RealService service = new RealService(settings, sandbox);
        WallReport report = report(proof(settings, sandbox, service));

        assertThat(report.missing())
                .extracting(finding -> finding.wall().label())
                .contains(wall);
        assertThat(report.reasonsAgainst(Language.PYTHON3))
                .anyMatch(reason -> reason.contains("the wall " + wall + " is missing ("));
        assertThat(run(service))
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        shut -> assertThat(shut.reason()).contains(wall));
    }

    @Test
    void testWallThatMayBeMissingIsToldAndOpensTheGate() throws Exception {
        Settings settings = TestSettings.with(
                "EXECUTOR_LANGUAGES", "python3", "EXECUTOR_ALLOW_MISSING_WALLS", "core-files,descriptors");
        Sandbox sandbox = Containers.sandbox(settings, List.of("core"));
        RealService service = new RealService(settings, sandbox);
        WallReport report = report(proof(settings, sandbox, service));

        assertThat(report.missing()).isEmpty();
        assertThat(walls(report.tolerated())).containsExactly(Wall.CORE_FILES);
        assertThat(report.notes()).anyMatch(note -> note.contains("core-files") && note.contains("allows it"));
        assertThat(run(service)).isInstanceOf(Answer.Executed.class);
    }

    /** What the server itself holds: the end of a program that has had its time. */
    @Test
    void testServerWhoseDeadlinesNeverComeIsFoundOut() throws Exception {
        Settings settings = TestSettings.with("EXECUTOR_LANGUAGES", "python3");
        Sandbox sandbox = Containers.sandbox(settings);
        ScheduledExecutorService never = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
                return super.schedule(command, unit.toSeconds(delay) + 3600, TimeUnit.SECONDS);
            }
        };
        RealService service = new RealService(settings, sandbox, System::nanoTime, never);

        assertThat(walls(report(proof(settings, sandbox, service)).missing())).containsExactly(Wall.TIME);
    }

    /** The same with the bytes that a program may write. */
    @Test
    void testServerThatLetsFloodsPassIsFoundOut() throws Exception {
        Settings strict = TestSettings.with("EXECUTOR_LANGUAGES", "python3", "EXECUTOR_OUTPUT_KIB", "64");
        Settings lax = TestSettings.with(
                "EXECUTOR_LANGUAGES",
                "python3",
                "EXECUTOR_INSTANCE",
                strict.engine().instance());
        Sandbox sandbox = Containers.sandbox(lax);
        RealService service = new RealService(lax, sandbox);

        assertThat(walls(report(proof(strict, sandbox, service)).missing())).containsExactly(Wall.OUTPUT);
    }

    /** One place, none to wait in: the attacks come one after the other. */
    @Test
    void testSmallestServerProvesItsWallsToo() throws Exception {
        Settings settings = TestSettings.with(
                "EXECUTOR_PARALLEL_RUNS",
                "1",
                "EXECUTOR_QUEUE",
                "0",
                "EXECUTOR_MEMORY_MIB",
                "32",
                "EXECUTOR_CPU_PERCENT",
                "20",
                "EXECUTOR_PROCESSES",
                "4",
                "EXECUTOR_TMP_MIB",
                "1",
                "EXECUTOR_MAX_TIMEOUT_MS",
                "50",
                "EXECUTOR_TIMEOUT_MS",
                "50");
        Sandbox sandbox = Containers.sandbox(settings);

        assertThat(report(proof(settings, sandbox, new RealService(settings, sandbox)))
                        .missing())
                .isEmpty();
    }

    /** Few processes for many spinners; little processor time for much memory. */
    @ParameterizedTest
    @CsvSource({"100, 4, 32", "5, 4, 256"})
    void testUnevenLimitsRaiseNoAlarm(String cpu, String processes, String memory) throws Exception {
        Settings settings = TestSettings.with(
                "EXECUTOR_LANGUAGES",
                "python3",
                "EXECUTOR_CPU_PERCENT",
                cpu,
                "EXECUTOR_PROCESSES",
                processes,
                "EXECUTOR_MEMORY_MIB",
                memory);
        Sandbox sandbox = Containers.sandbox(settings);

        assertThat(report(proof(settings, sandbox, new RealService(settings, sandbox)))
                        .missing())
                .isEmpty();
    }

    @Test
    void testWithoutAnEngineNothingIsProven() {
        Settings settings = TestSettings.with("DOCKER_HOST", "unix:///nowhere/engine.sock");
        Sandbox sandbox = Containers.sandbox(settings);
        RealService service = new RealService(settings, sandbox);
        SelfTest selfTest = new SelfTest(
                settings,
                service.service(),
                sandbox,
                service.threads(),
                Executors.newScheduledThreadPool(1),
                System::nanoTime);
        Proof proof = new Proof(settings, selfTest, sandbox, service.gate(), System::nanoTime);

        assertThat(proof.renew())
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(NotProvenException.class);
        assertThat(proof.report()).isEmpty();
        proof.look();
        assertThat(run(service)).isInstanceOf(Answer.Unavailable.class);
        service.close();
    }
}
