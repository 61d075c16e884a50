package org.safepython.executor.walls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepython.executor.Answer;
import org.safepython.executor.Gate;
import org.safepython.executor.MonotonicClock;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.settings.Wall;

/**
 * Opens the gate for programs whose walls have been attacked and have held, and shuts it where one is missing, where the
 * engine was away, for it may be another when it comes back, and where an image is another now. Thread safe.
 */
@Singleton
public class Proof {
    private static final Logger LOG = Logger.getLogger(Proof.class.getName());
    private static final String NOT_YET = "the walls are not proven yet";
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(60);
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(10);

    /** One that fails may be one that came too late. */
    private static final int LOOKS_WITHOUT_AN_ENGINE = 2;

    private final SelfTest selfTest;
    private final Sandbox sandbox;
    private final Gate gate;
    private final MonotonicClock clock;
    private final List<Language> languages;

    private CompletableFuture<WallReport> running =
            CompletableFuture.failedFuture(new IllegalStateException("never begun"));
    private Optional<WallReport> last = Optional.empty();
    private String silence = NOT_YET;
    private long begun;
    private int absences;
    private int keeperLife;
    private int looksWithoutAnEngine;

    @Inject
    Proof(Settings settings, SelfTest selfTest, Sandbox sandbox, Gate gate, MonotonicClock clock) {
        this.languages = settings.languages();
        this.selfTest = selfTest;
        this.sandbox = sandbox;
        this.gate = gate;
        this.clock = clock;
    }

    /** What was found last; empty where nothing is known of the engine as it is now. */
    public synchronized Optional<WallReport> report() {
        return last;
    }

    /** Why programs of a language cannot be run, as far as walls go; for operators. Empty where they can. */
    public synchronized List<String> reasonsAgainst(Language language) {
        return last.filter(report -> report.covers(language))
                .map(report -> report.reasonsAgainst(language))
                .orElse(List.of(silence));
    }

    /**
     * Attacks the walls and goes by what is found. Whoever asks meanwhile, or a moment later, gets the same report, or a
     * {@link NotProvenException}.
     */
    public synchronized CompletableFuture<WallReport> renew() {
        boolean fresh = last.isPresent() && clock.nanos() - begun < LEAST_PAUSE.toNanos();
        if (running.isCompletedExceptionally() || (running.isDone() && !fresh)) {
            int before = absences;
            begun = clock.nanos();
            running = selfTest.begin().whenComplete((report, fault) -> {
                if (report == null) {
                    explain(fault);
                } else {
                    settle(report, before);
                }
            });
        }
        return running;
    }

    /** Looks whether there is something to prove, and begins. Asks the engine; to be called again and again. */
    public void look() {
        Map<Language, GuestState> states = new LinkedHashMap<>();
        int life = sandbox.keeperLife();
        languages.forEach(language -> states.put(language, sandbox.state(language)));
        follow(states, life);
    }

    private synchronized void follow(Map<Language, GuestState> states, int life) {
        if (life != keeperLife) {
            keeperLife = life;
            forget();
        }
        if (!(states.get(languages.get(0)) instanceof GuestState.Ready)) {
            looksWithoutAnEngine++;
            if (last.isEmpty() || looksWithoutAnEngine == LOOKS_WITHOUT_AN_ENGINE) {
                forget();
            }
        } else {
            looksWithoutAnEngine = 0;
        }
        states.forEach(this::shutWhereUnproven);
        if (looksWithoutAnEngine == 0 && isDue(states)) {
            CompletableFuture<WallReport> unused = renew();
        }
    }

    private void forget() {
        absences++;
        last = Optional.empty();
        silence = NOT_YET;
    }

    /** A language without an image is refused in its own words; one whose image is another waits for its proof. */
    private void shutWhereUnproven(Language language, GuestState state) {
        if (state instanceof GuestState.Ready ready) {
            if (!isProven(language, ready)) {
                gate.shut(language);
            }
        } else if (last.filter(report -> report.covers(language)).isEmpty()) {
            gate.shut(language, Answer.without(state));
        }
    }

    private boolean isProven(Language language, GuestState.Ready ready) {
        return last.filter(report -> ready.image().equals(report.images().get(language)))
                .isPresent();
    }

    private boolean isDue(Map<Language, GuestState> states) {
        boolean unproven = states.entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue() instanceof GuestState.Ready ready && !isProven(entry.getKey(), ready));
        boolean missing = last.filter(report -> !report.missing().isEmpty()).isPresent();
        return unproven || (missing && clock.nanos() - begun > BETWEEN_FAILURES.toNanos());
    }

    /** An engine that was away meanwhile may be another now. */
    private synchronized void settle(WallReport report, int before) {
        if (before != absences) {
            return;
        }
        tell(report);
        last = Optional.of(report);
        report.images().keySet().forEach(language -> {
            String missing = report.missing(language).stream()
                    .map(finding -> finding.wall().label())
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (missing.isEmpty()) {
                gate.open(language);
            } else {
                gate.shut(language, new Answer.Unavailable("walls are missing: " + missing, BETWEEN_FAILURES));
            }
        });
    }

    private void tell(WallReport report) {
        report.missing().forEach(finding -> LOG.severe(finding::complaint));
        report.notes().forEach(LOG::warning);
        report.keeper().advice().forEach(LOG::warning);
        LOG.info(() -> "%d of %d walls hold on %s, proven in %d ms"
                .formatted(
                        report.findings().stream().filter(Finding::holds).count(),
                        report.findings().size(),
                        report.keeper().name(),
                        report.took().toMillis()));
    }

    /** An engine that knows that it cannot give a wall may refuse every container. */
    private void explain(@Nullable Throwable fault) {
        Throwable cause = fault instanceof CompletionException wrapped ? wrapped.getCause() : fault;
        if (!(cause instanceof NotProvenException)) {
            LOG.log(Level.SEVERE, "The walls could not be attacked", cause);
        }
        String reason = "the walls could not be attacked" + lacking();
        synchronized (this) {
            if (!reason.equals(silence)) {
                LOG.warning(reason);
            }
            silence = reason;
        }
    }

    private String lacking() {
        try {
            return sandbox.keeper().lacking().stream()
                    .map(Proof::remedy)
                    .sorted()
                    .collect(Collectors.joining());
        } catch (SandboxUnavailableException silent) {
            return "";
        }
    }

    private static String remedy(Wall wall) {
        return "; the engine says that it lacks " + wall.label() + ": " + wall.remedy();
    }
}
