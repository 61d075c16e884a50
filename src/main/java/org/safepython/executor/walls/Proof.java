package org.safepython.executor.walls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.safepython.executor.Answer;
import org.safepython.executor.Gate;
import org.safepython.executor.MonotonicClock;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/**
 * Opens the gate for programs whose walls have been attacked and have held, and shuts it where one is missing or the engine
 * was away: it may be another when it comes back. Thread safe.
 */
@Singleton
public class Proof {
    private static final Logger LOG = Logger.getLogger(Proof.class.getName());
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(60);

    private final SelfTest selfTest;
    private final Sandbox sandbox;
    private final Gate gate;
    private final MonotonicClock clock;
    private final List<Language> languages;
    private CompletableFuture<WallReport> running =
            CompletableFuture.failedFuture(new IllegalStateException("never begun"));
    private long begun;
    private volatile Optional<WallReport> last = Optional.empty();

    @Inject
    Proof(Settings settings, SelfTest selfTest, Sandbox sandbox, Gate gate, MonotonicClock clock) {
        this.languages = settings.languages();
        this.selfTest = selfTest;
        this.sandbox = sandbox;
        this.gate = gate;
        this.clock = clock;
    }

    /** What was found last; empty where nothing is known of the engine as it is now. */
    public Optional<WallReport> report() {
        return last;
    }

    /** Attacks the walls and goes by what is found. Whoever asks meanwhile gets the same report, or a {@link NotProvenException}. */
    public synchronized CompletableFuture<WallReport> renew() {
        if (running.isDone()) {
            begun = clock.nanos();
            running = selfTest.begin().whenComplete((report, fault) -> {
                if (report == null) {
                    LOG.log(Level.WARNING, "The walls could not be attacked", fault);
                } else {
                    settle(report);
                }
            });
        }
        return running;
    }

    /** Looks whether there is something to prove, and begins. Asks the engine; to be called again and again. */
    public void look() {
        GuestState first = sandbox.state(languages.get(0));
        if (!(first instanceof GuestState.Ready)) {
            last = Optional.empty();
            languages.forEach(language -> gate.shut(language, Answer.without(first)));
        } else if (isDue()) {
            CompletableFuture<WallReport> unused = renew();
        }
    }

    private boolean isDue() {
        return last.map(report -> languages.stream().anyMatch(language -> isNew(language, report))
                        || (!report.missing().isEmpty() && isOld()))
                .orElse(true);
    }

    private synchronized boolean isOld() {
        return clock.nanos() - begun > BETWEEN_FAILURES.toNanos();
    }

    /** Whether a language has come that was not there. One that is not is refused in its own words. */
    private boolean isNew(Language language, WallReport report) {
        if (report.covers(language)) {
            return false;
        }
        GuestState state = sandbox.state(language);
        if (state instanceof GuestState.Ready) {
            return true;
        }
        gate.shut(language, Answer.without(state));
        return false;
    }

    private void settle(WallReport report) {
        tell(report);
        last = Optional.of(report);
        languages.stream().filter(report::covers).forEach(language -> {
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
        Language first = languages.get(0);
        report.reasonsAgainst(first).forEach(LOG::severe);
        report.notes(first).forEach(LOG::warning);
        LOG.info(() -> "%d of %d walls hold on %s, proven in %d ms"
                .formatted(
                        report.findings().stream().filter(Finding::holds).count(),
                        report.findings().size(),
                        report.keeper().name(),
                        report.took().toMillis()));
    }
}
