package org.safepython.executor.policy;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.safepython.executor.settings.Language;

/**
 * Judges Python source under a preset, before anything runs. Thread safe. A judgement takes a second at the most, and
 * whatever the program does to the parser, it ends with a verdict.
 */
@ApplicationScoped
public class CodePolicy {

    private static final int THREADS =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
    private static final int PLACES = 64;
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final JudgingThreads threads;

    /** For the container, which also calls it for proxies: no thread starts here. */
    public CodePolicy() {
        this(THREADS, PLACES, LIMIT);
    }

    CodePolicy(int threads, int places, Duration limit) {
        this.threads = new JudgingThreads(threads, places, limit);
    }

    /** Has the bean made, and so warmed, when the application starts and not at the first request. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    /** Loads and warms the parser, in the background. */
    @PostConstruct
    void warm() {
        threads.begin(new WarmUp());
    }

    /**
     * Judges a program, or says that nobody is free to judge it. Clients take turns: what one of them sends delays no
     * other.
     *
     * @param client who asks
     */
    public Verdict judge(SourceCode code, Preset preset, Language language, String client) {
        if (language == Language.PYTHON2) {
            Python2WarmUp.done();
        }
        return threads.judge(code, preset, language, client);
    }

    /** The application ends, and so does all that was loaded for it. */
    @PreDestroy
    void end() {
        close();
        Python2WarmUp.undo();
    }

    /** Ends the threads; what is asked from now on stays unjudged. */
    public void close() {
        threads.close();
    }
}
