package org.safepython.executor;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.safepython.executor.settings.Language;

/**
 * Programs of a language run where it is open for it, which it is not at first: whoever has proven the walls opens it.
 * Thread safe.
 */
@Singleton
public class Gate {
    private static final Answer NOT_YET = new Answer.Preparing(Duration.ofSeconds(2));

    /** Empty where programs may run. */
    private final Map<Language, Optional<Answer>> objections = new ConcurrentHashMap<>();

    /** Lets programs of a language run. */
    public void open(Language language) {
        objections.put(language, Optional.empty());
    }

    /** Lets none run any more, and says why. */
    public void shut(Language language, Answer why) {
        objections.put(language, Optional.of(why));
    }

    /** The same where nothing is known yet. */
    public void shut(Language language) {
        shut(language, NOT_YET);
    }

    Optional<Answer> objection(Language language) {
        return objections.getOrDefault(language, Optional.of(NOT_YET));
    }
}
