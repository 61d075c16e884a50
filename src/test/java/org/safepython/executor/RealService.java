package org.safepython.executor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.safepython.executor.policy.CodePolicy;
import org.safepython.executor.policy.Preset;
import org.safepython.executor.policy.SourceCode;
import org.safepython.executor.policy.Verdict;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** The service on its real parts: policy, engine, image; only the threads are not a server's. */
public final class RealService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private final ExecutorService runs = Executors.newCachedThreadPool();
    private final ScheduledExecutorService deadlines;
    private final Gate gate = new Gate();
    private final CodePolicy policy = new CodePolicy();
    private final Disagreements disagreements = new Disagreements();
    private final ExecutionService service;

    public RealService(Settings settings, Sandbox sandbox) {
        this(settings, sandbox, System::nanoTime);
    }

    RealService(Settings settings, Sandbox sandbox, MonotonicClock clock) {
        this(settings, sandbox, clock, Executors.newScheduledThreadPool(2));
    }

    /** One whose deadlines are another's matter. Its gate is open, as of one whose walls are proven. */
    public RealService(Settings settings, Sandbox sandbox, MonotonicClock clock, ScheduledExecutorService deadlines) {
        this.deadlines = deadlines;
        this.service = new ExecutionService(
                policy, sandbox, gate, settings, runs, deadlines, clock, disagreements, new Silence());
        settings.languages().forEach(gate::open);
    }

    /** Nobody reads it here. */
    private static final class Silence implements Journal {
        @Override
        public void judged(Verdict verdict) {}

        @Override
        public void answered(String id, ExecutionRequest request, Answer answer) {}

        @Override
        public void left(String id, ExecutionRequest request) {}

        @Override
        public void failed(String id, ExecutionRequest request) {}
    }

    /** What lets programs in. */
    public Gate gate() {
        return gate;
    }

    /** The threads that run programs. */
    public ExecutorService threads() {
        return runs;
    }

    /** What the policy and the guest's compiler disagreed about. */
    Disagreements disagreements() {
        return disagreements;
    }

    /** The service itself. */
    public ExecutionService service() {
        return service;
    }

    /** Runs a program of Python 3 under the preset {@code container} for at most ten seconds. */
    public ExecutionResult run(String code) {
        return run(Language.PYTHON3, code);
    }

    /** Runs a program under the preset {@code container} for at most ten seconds. */
    public ExecutionResult run(Language language, String code) {
        return result(execute(request(language, code, Duration.ofSeconds(10), "")));
    }

    /** A request for that. */
    public static ExecutionRequest request(String code) {
        return request(code, Duration.ofSeconds(10), "");
    }

    /** A request of Python 3 under the preset {@code container}. */
    public static ExecutionRequest request(String code, Duration timeout, String stdin) {
        return request(Language.PYTHON3, code, timeout, stdin);
    }

    /** A request under the preset {@code container}, of a client of its own. */
    public static ExecutionRequest request(Language language, String code, Duration timeout, String stdin) {
        return new ExecutionRequest(
                Client.of("client " + CLIENTS.incrementAndGet()),
                SourceCode.of(code),
                language,
                stdin.getBytes(UTF_8),
                List.of(),
                timeout,
                Preset.CONTAINER,
                false);
    }

    /** Asks the service. */
    CompletableFuture<Answer> begin(ExecutionRequest request) {
        return service.execute(request, System.nanoTime(), ProgramEvents.UNHEARD)
                .answer();
    }

    /** Asks the service and waits for its answer. */
    public Answer execute(ExecutionRequest request) {
        try {
            return begin(request).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException | java.util.concurrent.ExecutionException failure) {
            throw new AssertionError("no answer", failure);
        }
    }

    /** The result inside an answer. */
    public static ExecutionResult result(Answer answer) {
        if (answer instanceof Answer.Executed executed) {
            return executed.result();
        }
        throw new AssertionError("not executed but " + answer);
    }

    @Override
    public void close() {
        service.close();
        policy.close();
        runs.shutdown();
        deadlines.shutdownNow();
    }
}
