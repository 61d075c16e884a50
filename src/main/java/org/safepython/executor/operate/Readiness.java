package org.safepython.executor.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
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
import org.safepython.executor.Answer;
import org.safepython.executor.Deadlines;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.MonotonicClock;
import org.safepython.executor.Outcome;
import org.safepython.executor.Runs;
import org.safepython.executor.policy.Preset;
import org.safepython.executor.policy.Presets;
import org.safepython.executor.policy.SourceCode;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** Knows whether programs can be run: it runs one at the start, and asks the engine when asked. Thread safe. */
@Singleton
public class Readiness {
    private static final Logger LOG = Logger.getLogger(Readiness.class.getName());
    private static final long ROUND_SECONDS = 5;
    private static final String OURSELVES = "server";
    private static final String GREETING = "print(\"ready\")";

    private final List<Language> languages;
    private final Sandbox sandbox;
    private final ExecutionService service;
    private final ScheduledExecutorService scheduler;
    private final ExecutorService threads;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final MonotonicClock clock;
    private final Presets presets;
    private final Optional<String> fault;
    private volatile Future<?> rounds = CompletableFuture.completedFuture(null);
    private volatile boolean proven;

    @Inject
    public Readiness(
            Settings settings,
            Sandbox sandbox,
            ExecutionService service,
            @Deadlines ScheduledExecutorService scheduler,
            @Runs ExecutorService threads,
            MonotonicClock clock,
            Presets presets) {
        this.languages = settings.languages();
        this.sandbox = sandbox;
        this.service = service;
        this.scheduler = scheduler;
        this.threads = threads;
        this.clock = clock;
        this.presets = presets;
        this.fault = settings.fault();
    }

    /** Why programs of the default language cannot be run now, for people; empty where they can. */
    public List<String> reasonsAgainst() {
        if (service.isClosing()) {
            return List.of("the server is shutting down");
        }
        return fault.or(() -> sandbox.state(languages.get(0)).impediment())
                .map(List::of)
                .orElseGet(() -> proven ? List.of() : List.of("the first program has not run yet"));
    }

    /** What does not keep programs from running, but should be looked at; for people. */
    public List<String> notes() {
        return Stream.concat(presets.notes().stream(), languageNotes()).toList();
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
                .flatMap(language ->
                        sandbox.state(language).impediment().map(reason -> language.label() + ": " + reason).stream());
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
            if (!proven) {
                runFirstProgram();
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "A round of upkeep failed", fault);
        } finally {
            busy.set(false);
        }
    }

    /** The other languages wait until the default one serves. */
    private void prepare() {
        languages.stream().limit(proven ? languages.size() : 1).forEach(sandbox::prepare);
    }

    private void runFirstProgram() {
        ExecutionRequest hello = new ExecutionRequest(
                OURSELVES,
                SourceCode.of(GREETING),
                languages.get(0),
                new byte[0],
                List.of(),
                Duration.ofSeconds(10),
                Preset.STRICT,
                false);
        Future<?> unused = service.execute(hello, clock.nanos(), ProgramEvents.UNHEARD)
                .answer()
                .thenAccept(answer -> proven = isGreeting(answer));
    }

    private static boolean isGreeting(Answer answer) {
        return answer instanceof Answer.Executed executed
                && executed.result().conclusion().outcome() == Outcome.COMPLETED
                && executed.result().stdout().text().equals("ready\n");
    }
}
