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
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration PUNCTUAL = Duration.ofSeconds(3);
    private static final long NANO_CPUS = 1_000_000_000;
    private static final int PERCENT = 100;
    /** How much more than its share a program may have been seen to take: the kernel settles it every tenth of a second. */
    private static final double TOLERANCE = 1.3;

    private final Settings settings;

    Probes(Settings settings) {
        this.settings = settings;
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
        return new Probe("inside.py", language, PATIENCE, args, result -> InsideReport.read(language, result));
    }

    private Probe memory(Language language) {
        long mebibytes = settings.container().memoryBytes() >> 20;
        return new Probe(
                "memory.py",
                language,
                PATIENCE,
                List.of(Long.toString(mebibytes)),
                result -> finding(
                        Wall.MEMORY,
                        language,
                        result.conclusion().outcome() == Outcome.MEMORY_EXCEEDED,
                        "asked for " + (mebibytes + 64) + " MiB of " + mebibytes + ": " + end(result) + peak(result)));
    }

    private static String peak(ExecutionResult result) {
        OptionalLong peak = result.usage().memoryPeakBytes();
        return peak.isPresent() ? "; peak " + peak.getAsLong() + " bytes" : "";
    }

    private Probe processes(Language language) {
        long most = settings.container().processes();
        return new Probe("processes.py", language, PATIENCE, List.of(Long.toString(most)), result -> {
            String said = result.stdout().text();
            boolean refused = said.matches("\\d+ .*") && !said.endsWith(" none");
            boolean few = refused && Long.parseLong(said.substring(0, said.indexOf(' '))) < most;
            boolean ended = result.conclusion().outcome() == Outcome.MEMORY_EXCEEDED;
            String evidence = refused ? said.replaceFirst(" ", " made, then: ") : said + " " + end(result);
            return finding(Wall.PROCESSES, language, few || ended, evidence);
        });
    }

    private Probe cpu(Language language) {
        double share = (double) settings.container().nanoCpus() / NANO_CPUS;
        int spinners = (int) Math.ceil(share) + 1;
        return new Probe("cpu.py", language, PATIENCE, List.of(Integer.toString(spinners)), result -> {
            double taken = result.usage().cpuMicros().orElse(0)
                    / 1e3
                    / result.timings().run().doubleValue();
            String quota = result.stdout().text();
            boolean limited = quota.equals("unknown") || quota.equals(Math.round(share * PERCENT) + "");
            String evidence = "%d spinners took %.2f of a core, may take %.2f; the kernel's quota: %s %%"
                    .formatted(spinners, taken, share, quota);
            boolean ended = result.conclusion().outcome() == Outcome.COMPLETED;
            return finding(Wall.CPU, language, ended && limited && taken <= share * TOLERANCE, evidence);
        });
    }

    private Probe output(Language language) {
        String most = Long.toString(settings.outputBytes());
        return new Probe(
                "output.py",
                language,
                PATIENCE,
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
