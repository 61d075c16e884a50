package org.safepython.executor.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepython.executor.Execution;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionService;
import org.safepython.executor.MonotonicClock;
import org.safepython.executor.access.KeyRing;
import org.safepython.executor.http.Caller;
import org.safepython.executor.http.Peer;
import org.safepython.executor.policy.Preset;
import org.safepython.executor.policy.Presets;
import org.safepython.executor.policy.SourceCode;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Scope;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.walls.Proof;

/** Stands behind the page for one request: the text in, the report out. No session, so nothing can expire. */
@Named
@RequestScoped
public class RunnerView {
    private static final long NANO_CPUS_PER_PERCENT = 10_000_000;

    @Inject
    private ExecutionService service;

    @Inject
    private Settings settings;

    @Inject
    private Presets presets;

    @Inject
    private MonotonicClock clock;

    @Inject
    private Proof proof;

    @Inject
    private KeyRing keys;

    @Inject
    private HttpServletRequest request;

    private Sentences sentences;
    private String exampleName = "";
    private String code = "";
    private String stdin = "";
    private String args = "";
    private Language language = Language.PYTHON3;
    private String policy = "";
    private Report report = Report.NONE;

    @PostConstruct
    void chooseDefault() {
        language = settings.languages().get(0);
        sentences = new Sentences(settings);
    }

    /** Puts the example that the address names into the text field; only where no program was sent. */
    public void showExample() {
        code = Example.named(exampleName).orElse(Example.HELLO).code();
    }

    /** Runs the program and waits for it; without a script the page has nothing else to do meanwhile. */
    public void run() {
        byte[] input = stdin.getBytes(StandardCharsets.UTF_8);
        SourceCode source = SourceCode.of(code);
        if (source.length() > ExecutionRequest.CODE_BYTES
                || input.length > ExecutionRequest.STDIN_BYTES
                || !areAllowed(arguments())) {
            report = Report.trouble(sentences.of("too-large"));
            return;
        }
        Execution execution = service.execute(
                new ExecutionRequest(
                        Caller.of(request).client(),
                        source,
                        language,
                        input,
                        arguments(),
                        settings.timeout(),
                        preset(),
                        false),
                clock.nanos(),
                ProgramEvents.UNHEARD);
        Peer.of(request).await(execution.answer(), execution::cancel);
        try {
            report = new ReportWriter(sentences).of(execution.answer().join());
        } catch (CancellationException | CompletionException fault) {
            // Nobody is there any more, or the log has the fault already.
            report = Report.trouble(sentences.of("internal"));
        }
    }

    /** One a line; a last line that is empty is none. */
    private List<String> arguments() {
        return args.isEmpty() ? List.of() : List.of(args.replaceFirst("\n$", "").split("\n", -1));
    }

    private static boolean areAllowed(List<String> arguments) {
        return arguments.size() <= ExecutionRequest.ARGS
                && arguments.stream()
                        .allMatch(argument -> argument.indexOf('\0') < 0
                                && argument.getBytes(StandardCharsets.UTF_8).length <= ExecutionRequest.ARG_BYTES);
    }

    /** The chosen preset; the page offers no other, but the operator may take one back while the page is open. */
    private Preset preset() {
        return presets.allowed(policy).orElseGet(() -> presets.allowed().get(0));
    }

    /** The presets to choose from, the default first. */
    public List<Preset> getPresets() {
        return presets.allowed();
    }

    /** The programs to start with. */
    public List<Example> getExamples() {
        return List.of(Example.values());
    }

    /** The languages to choose from, the default first. */
    public List<Language> getLanguages() {
        return settings.languages();
    }

    /** How long a program may be, in bytes of UTF-8. */
    public int getMostBytes() {
        return ExecutionRequest.CODE_BYTES;
    }

    /** What may become of a program, in words, for the page's script. */
    public String getSentences() {
        return sentences.asJson();
    }

    /** What a program may take, in words. */
    public String getLimits() {
        return "%s, %d MiB of memory, %d %% of a core, no network"
                .formatted(
                        Sentences.inWords(settings.timeout()),
                        settings.container().memoryBytes() >> 20,
                        settings.container().nanoCpus() / NANO_CPUS_PER_PERCENT);
    }

    /** The walls without which programs run here, in words; empty where all stand. */
    public String getMissingWalls() {
        return proof.report().stream()
                .flatMap(found -> found.tolerated().stream())
                .map(finding -> finding.wall().label() + " (" + finding.wall().purpose() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The name of the key that the browser has signed in with; empty where there is none. */
    public String getKeyName() {
        return Caller.of(request).keyName();
    }

    /** Whether there is anything to sign in with. */
    public boolean isWithKeys() {
        return !keys.isEmpty();
    }

    /** Whether this browser may run programs as it is. */
    public boolean isAdmitted() {
        return Caller.of(request).may(Scope.RUN);
    }

    /** Whether this browser may have programs judged. */
    public boolean isJudged() {
        return Caller.of(request).may(Scope.CHECK);
    }

    /** Whether a program needs a key to ask from where this browser is. */
    public boolean isKeyed() {
        return !Caller.of(request).trusted();
    }

    /** Where this server is reached, as the browser sees it. */
    public String getAddress() {
        return request.getServerName() + ":" + request.getServerPort() + request.getContextPath();
    }

    public String getExampleName() {
        return exampleName;
    }

    public void setExampleName(@Nullable String exampleName) {
        this.exampleName = sent(exampleName);
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = sent(code);
    }

    public String getStdin() {
        return stdin;
    }

    public void setStdin(@Nullable String stdin) {
        this.stdin = sent(stdin);
    }

    public String getArgs() {
        return args;
    }

    public void setArgs(@Nullable String args) {
        this.args = sent(args);
    }

    public Language getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable Language language) {
        this.language = language == null ? this.language : language;
    }

    public String getPolicy() {
        return policy;
    }

    public void setPolicy(@Nullable String policy) {
        this.policy = sent(policy);
    }

    /** A form need not have every field. */
    private static String sent(@Nullable String value) {
        return value == null ? "" : value;
    }

    public Report getReport() {
        return report;
    }
}
