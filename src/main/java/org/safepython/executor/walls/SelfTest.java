package org.safepython.executor.walls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.safepython.executor.Answer;
import org.safepython.executor.Deadlines;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.MonotonicClock;
import org.safepython.executor.Outcome;
import org.safepython.executor.Runs;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Keeper;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.settings.Wall;

/**
 * Attacks containers of our own in the way that every program goes: through the service, with its deadlines, into the
 * sandbox. Thread safe.
 */
@Singleton
class SelfTest {
    private static final int AT_ONCE = 2;
    private static final int MOST_TRIES = 40;
    private static final int MOST_LOST = 3;
    private static final long PAUSE_MS = 250;

    private final List<Language> languages;
    private final Set<Wall> allowed;
    private final int lanes;
    private final Probes probes;
    private final ExecutionService service;
    private final Sandbox sandbox;
    private final ExecutorService threads;
    private final ScheduledExecutorService scheduler;
    private final MonotonicClock clock;

    @Inject
    SelfTest(
            Settings settings,
            ExecutionService service,
            Sandbox sandbox,
            @Runs ExecutorService threads,
            @Deadlines ScheduledExecutorService scheduler,
            MonotonicClock clock) {
        this.languages = settings.languages();
        this.allowed = settings.allowedMissingWalls();
        this.lanes = Math.min(AT_ONCE, settings.parallelRuns());
        this.probes = new Probes(settings);
        this.service = service;
        this.sandbox = sandbox;
        this.threads = threads;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Begins an attack; the report is there when all of it is over, or a {@link NotProvenException}. */
    CompletableFuture<WallReport> begin() {
        long begun = clock.nanos();
        return CompletableFuture.supplyAsync(this::lookAround, threads)
                .thenCompose(surroundings -> attack(
                                List.copyOf(surroundings.images().keySet()))
                        .thenApply(findings -> {
                            List<Finding> all = new ArrayList<>(findings);
                            all.add(surroundings.logs());
                            all.sort(Comparator.comparingInt((Finding finding) -> languages.indexOf(finding.language()))
                                    .thenComparing(Finding::wall));
                            return new WallReport(
                                    all,
                                    surroundings.images(),
                                    allowed,
                                    surroundings.keeper(),
                                    Duration.ofNanos(clock.nanos() - begun));
                        }));
    }

    /**
     * What is known without any program.
     *
     * @param images the languages that have an image, and its id
     * @param keeper what keeps the containers
     * @param logs whether it keeps what they write
     */
    private record Surroundings(Map<Language, String> images, Keeper keeper, Finding logs) {}

    private Surroundings lookAround() {
        Map<Language, String> images = new LinkedHashMap<>();
        for (Language language : languages) {
            GuestState state = sandbox.state(language);
            if (state instanceof GuestState.Ready ready) {
                images.put(language, ready.image());
            } else if (language == languages.get(0)) {
                throw new NotProvenException(Answer.without(state));
            }
        }
        try {
            return new Surroundings(images, keeper(), logs(languages.get(0)));
        } catch (SandboxUnavailableException unavailable) {
            throw new NotProvenException(Answer.without(unavailable.state()));
        }
    }

    /** It is no wall: who does not say what he is keeps programs all the same. */
    private Keeper keeper() {
        try {
            return sandbox.keeper();
        } catch (SandboxUnavailableException silent) {
            return new Keeper("an engine that does not say what it is", List.of(), Set.of());
        }
    }

    private Finding logs(Language language) throws SandboxUnavailableException {
        try (Cell cell = sandbox.lease(language)) {
            boolean logged = cell.isLogged();
            return new Finding(
                    Wall.LOGS, language, !logged, logged ? "a log of the container" : "no log of the container");
        }
    }

    /** A few at once: one after the other in each lane, so that a server with a single place does it, too. */
    private CompletableFuture<List<Finding>> attack(List<Language> present) {
        List<CompletableFuture<List<Finding>>> ends = new ArrayList<>();
        List<Probe> all = probes.all(present);
        for (int lane = 0; lane < lanes; lane++) {
            CompletableFuture<List<Finding>> end = CompletableFuture.completedFuture(List.of());
            for (int next = lane; next < all.size(); next += lanes) {
                Probe probe = all.get(next);
                end = end.thenCompose(before -> ask(probe, 1).thenApply(more -> joined(before, more)));
            }
            ends.add(end);
        }
        return ends.stream()
                .reduce((one, other) -> one.thenCombine(other, SelfTest::joined))
                .orElseThrow();
    }

    private CompletionStage<List<Finding>> ask(Probe probe, int tries) {
        return service.executeOwn(probe.request()).answer().thenCompose(answer -> {
            return tries < mostTries(answer)
                    ? pause().thenCompose(now -> ask(probe, tries + 1))
                    : CompletableFuture.completedFuture(findings(probe, answer));
        });
    }

    /** A program that is lost again and again has perhaps broken out. */
    private static int mostTries(Answer answer) {
        if (answer instanceof Answer.Executed executed) {
            return executed.result().conclusion().outcome() == Outcome.LOST ? MOST_LOST : 1;
        }
        return answer instanceof Answer.Busy || answer instanceof Answer.ShareUsedUp ? MOST_TRIES : 1;
    }

    private static List<Finding> findings(Probe probe, Answer answer) {
        if (answer instanceof Answer.Executed executed) {
            return probe.reading().of(executed.result());
        }
        throw new NotProvenException(answer);
    }

    private CompletableFuture<Void> pause() {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Future<?> unused = scheduler.schedule(() -> over.complete(null), PAUSE_MS, TimeUnit.MILLISECONDS);
        return over;
    }

    private static List<Finding> joined(List<Finding> some, List<Finding> more) {
        List<Finding> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
