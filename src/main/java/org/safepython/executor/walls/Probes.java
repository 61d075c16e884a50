package org.safepython.executor.walls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.Outcome;
import org.safepython.executor.settings.ContainerLimits;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.settings.Wall;

/** The attacks, each with the limits that the operator has set. Immutable. */
final class Probes {
    /** For half a core; with less, as much longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration PUNCTUAL = Duration.ofSeconds(3);
    private static final long NANO_CPUS = 1_000_000_000;
    private static final int PERCENT = 100;
    /** How much more than its share a program may have been seen to take: the kernel settles it every tenth of a second. */
    private static final double TOLERANCE = 1.3;

    private static final double TOLERATED_CORES = 0.03;
    private static final long TOLERATED_BYTES = 16L << 20;
    /** Beside those of a probe there are the runner and the probe itself. */
    private static final int OTHER_PROCESSES = 2;

    private final Settings settings;
    private final double share;
    private final Duration patience;

    Probes(Settings settings) {
        this.settings = settings;
        this.share = (double) settings.container().nanoCpus() / NANO_CPUS;
        this.patience = Duration.ofMillis((long) (PATIENCE.toMillis() * Math.max(1, 0.5 / share)));
    }

    /** All that can be tried from inside in a moment, one program for each language; floods for the first alone. */
    List<Probe> all(List<Language> languages) {
        List<Probe> probes = new ArrayList<>();
        languages.forEach(language -> probes.add(inside(language)));
        Language first = languages.get(0);
        probes.add(cpu(first));
        probes.add(memory(first));
        probes.add(output(first));
        probes.add(processes(first));
        probes.add(time(first));
        return probes;
    }

    private Probe inside(Language language) {
        ContainerLimits limits = settings.container();
        List<String> args = List.of(
                Long.toString(limits.tmpBytes()),
                Long.toString(ContainerLimits.TMP_FILES),
                Long.toString(limits.memoryBytes()),
                Long.toString(ContainerLimits.DESCRIPTORS),
                Long.toString(ContainerLimits.FILE_BYTES));
        return new Probe("inside.py", language, patience, args, result -> InsideReport.read(language, result));
    }

    private Probe memory(Language language) {
        long bytes = settings.container().memoryBytes();
        long mebibytes = bytes >> 20;
        return new Probe("memory.py", language, patience, List.of(Long.toString(mebibytes)), result -> {
            OptionalLong peak = result.usage().memoryPeakBytes();
            boolean killed = result.conclusion().outcome() == Outcome.MEMORY_EXCEEDED;
            String evidence = "asked for %d MiB of %d: %s; peak %s"
                    .formatted(
                            mebibytes + 64,
                            mebibytes,
                            end(result),
                            peak.isPresent() ? peak.getAsLong() + " bytes" : "unknown");
            return finding(Wall.MEMORY, language, killed && peak.orElse(0) <= bytes + TOLERATED_BYTES, evidence);
        });
    }

    /** What the program says first, the kernel's own limit, counts where the limit of memory ends it before. */
    private Probe processes(Language language) {
        long most = settings.container().processes();
        return new Probe("processes.py", language, patience, List.of(Long.toString(most)), result -> {
            String[] said = result.stdout().text().split(" ", 4);
            boolean refused = said.length == 4 && said[2].equals("EAGAIN") && Long.parseLong(said[1]) < most;
            boolean cut =
                    result.conclusion().outcome() == Outcome.MEMORY_EXCEEDED && said[0].equals(Long.toString(most));
            String made = said.length == 4 ? said[1] + " made, then " + said[2] : end(result);
            return finding(Wall.PROCESSES, language, refused || cut, made + "; the kernel's limit: " + said[0]);
        });
    }

    /** The kernel's own word counts where it is to be had; on a busy machine nobody can take more than his share. */
    private Probe cpu(Language language) {
        long spinners =
                Math.min((long) Math.ceil(share) + 1, settings.container().processes() - OTHER_PROCESSES);
        return new Probe("cpu.py", language, patience, List.of(Long.toString(spinners)), result -> {
            OptionalLong micros = result.usage().cpuMicros();
            double taken = micros.orElse(0) / 1e3 / result.timings().run().doubleValue();
            String quota = result.stdout().text();
            boolean measured = quota.equals("unknown")
                    ? micros.isPresent()
                    : quota.equals(Long.toString(Math.round(share * PERCENT)));
            boolean ended = result.conclusion().outcome() == Outcome.COMPLETED;
            String evidence = "%d spinners took %.2f of a core, may take %.2f; the kernel's quota: %s %%"
                    .formatted(spinners, taken, share, quota);
            return finding(
                    Wall.CPU, language, ended && measured && taken <= share * TOLERANCE + TOLERATED_CORES, evidence);
        });
    }

    private Probe output(Language language) {
        String most = Long.toString(settings.outputBytes());
        return new Probe(
                "output.py",
                language,
                patience,
                List.of(most),
                result -> finding(
                        Wall.OUTPUT,
                        language,
                        result.conclusion().outcome() == Outcome.OUTPUT_EXCEEDED,
                        end(result) + " after " + result.stdout().written() + " bytes of " + most));
    }

    private static Probe time(Language language) {
        return new Probe("time.py", language, SHORT, List.of(), result -> {
            Duration run = Duration.ofMillis(result.timings().run().longValue());
            boolean punctual = run.compareTo(SHORT.plus(PUNCTUAL)) < 0;
            boolean ended = result.conclusion().outcome() == Outcome.TIMED_OUT;
            String evidence = end(result) + " after " + run.toMillis() + " ms of " + SHORT.toMillis();
            return finding(Wall.TIME, language, ended && punctual, evidence);
        });
    }

    private static String end(ExecutionResult result) {
        return result.conclusion().outcome().label();
    }

    private static List<Finding> finding(Wall wall, Language language, boolean holds, String evidence) {
        return List.of(new Finding(wall, language, holds, evidence));
    }
}
