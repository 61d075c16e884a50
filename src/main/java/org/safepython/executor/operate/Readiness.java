package org.safepython.executor.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.safepython.executor.Deadlines;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.Runs;
import org.safepython.executor.access.KeyRing;
import org.safepython.executor.policy.Presets;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.walls.Proof;

/** Knows whether programs can be run: their walls are proven, and the engine answers when asked. Thread safe. */
@Singleton
public class Readiness {
    private static final Logger LOG = Logger.getLogger(Readiness.class.getName());
    private static final long ROUND_SECONDS = 5;

    private final List<Language> languages;
    private final Sandbox sandbox;
    private final ExecutionService service;
    private final Proof proof;
    private final ScheduledExecutorService scheduler;
    private final ExecutorService threads;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Presets presets;
    private final KeyRing keys;
    private final Optional<String> fault;
    private final boolean namesOthers;
    private final boolean keysRequired;
    private volatile Future<?> rounds = CompletableFuture.completedFuture(null);

    @Inject
    public Readiness(
            Settings settings,
            Sandbox sandbox,
            ExecutionService service,
            Proof proof,
            @Deadlines ScheduledExecutorService scheduler,
            @Runs ExecutorService threads,
            Presets presets,
            KeyRing keys) {
        this.languages = settings.languages();
        this.sandbox = sandbox;
        this.service = service;
        this.proof = proof;
        this.scheduler = scheduler;
        this.threads = threads;
        this.presets = presets;
        this.keys = keys;
        this.fault = settings.fault();
        this.namesOthers = !settings.hosts().isEmpty();
        this.keysRequired = settings.access().keysRequired();
    }

    /** Why programs of the default language cannot be run now, for people; empty where they can. */
    public List<String> reasonsAgainst() {
        if (service.isClosing()) {
            return List.of("the server is shutting down");
        }
        return fault.or(() -> sandbox.state(languages.get(0)).impediment())
                .map(List::of)
                .orElseGet(() -> proof.reasonsAgainst(languages.get(0)));
    }

    /** What does not keep programs from running, but should be looked at; for people. */
    public List<String> notes() {
        Stream<String> walls = proof.report().stream().flatMap(report -> report.notes().stream());
        return Stream.of(presets.notes().stream(), keys.notes().stream(), hostNotes(), languageNotes(), walls)
                .flatMap(notes -> notes)
                .toList();
    }

    /** Who asks through a proxy chooses the name that it passes on. */
    private Stream<String> hostNotes() {
        return namesOthers && !keysRequired
                ? Stream.of(
                        "EXECUTOR_HOSTS is set. Where a proxy on this machine is the reason, set EXECUTOR_REQUIRE_KEYS=yes:"
                                + " then nothing depends on what it passes on.")
                : Stream.empty();
    }

    /** What the engine's operator would gain from another version of it; for people. */
    public List<String> advice() {
        return proof.report().map(report -> report.keeper().advice()).orElse(List.of());
    }

    /** Whether programs of each language can be run now, the default language first. */
    public Map<Language, GuestState> languages() {
        Map<Language, GuestState> states = new LinkedHashMap<>();
        languages.forEach(language -> states.put(language, sandbox.state(language)));
        return states;
    }

    /** Which of the other languages cannot be run now, and why. */
    private Stream<String> languageNotes() {
        return languages.stream()
                .skip(1)
                .flatMap(
                        language -> sandbox
                                .state(language)
                                .impediment()
                                .map(List::of)
                                .orElseGet(() -> proof.reasonsAgainst(language))
                                .stream()
                                .map(reason -> language.label() + ": " + reason));
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        // With the wrong settings, containers that look like ours may be another server's.
        if (fault.isPresent()) {
            return;
        }
        rounds = scheduler.scheduleWithFixedDelay(this::beginRound, 0, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        rounds.cancel(false);
    }

    /** A round asks the engine, which may take long: who watches the time must not wait for it. */
    private void beginRound() {
        if (busy.compareAndSet(false, true)) {
            try {
                threads.execute(this::round);
            } catch (RejectedExecutionException ending) {
                rounds.cancel(false);
            }
        }
    }

    private void round() {
        try {
            sandbox.tidy();
            prepare();
            proof.look();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "A round of upkeep failed", fault);
        } finally {
            busy.set(false);
        }
    }

    /** The other languages wait until the default one serves. */
    private void prepare() {
        languages.stream()
                .limit(proof.report().isPresent() ? languages.size() : 1)
                .forEach(sandbox::prepare);
    }
}
