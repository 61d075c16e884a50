package org.safepython.executor;

import java.math.BigDecimal;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Guest;
import org.safepython.executor.settings.Language;

/** Answers for tests that need one of a certain size and no program. */
public final class Results {
    private Results() {}

    /** What a program that wrote so much was answered. */
    public static Answer executed(int outputBytes) {
        BigDecimal none = BigDecimal.ZERO;
        return new Answer.Executed(new ExecutionResult(
                "id",
                Conclusion.exited(0),
                new CapturedOutput(new byte[outputBytes], new byte[0], outputBytes),
                new CapturedOutput(new byte[0], new byte[0], 0),
                Ending.Usage.UNKNOWN,
                new Timings(none, none, none, none),
                new Guest(Language.PYTHON3, "image", "3"),
                "strict"));
    }
}
