package org.safepython.executor;

import java.util.Optional;
import java.util.OptionalInt;

/** The outcome of a program with what belongs to it: only {@code completed} has an exit code or a signal. Immutable. */
public final class Conclusion {
    private static final int SIGNAL_BASE = 128;

    private final Outcome outcome;
    private final OptionalInt exitCode;
    private final Optional<String> signal;

    private Conclusion(Outcome outcome, OptionalInt exitCode, Optional<String> signal) {
        this.outcome = outcome;
        this.exitCode = exitCode;
        this.signal = signal;
    }

    static Conclusion exited(int code) {
        return new Conclusion(Outcome.COMPLETED, OptionalInt.of(code), Optional.empty());
    }

    static Conclusion signalled(int number) {
        return new Conclusion(
                Outcome.COMPLETED, OptionalInt.of(SIGNAL_BASE + number), Optional.of(Signals.name(number)));
    }

    static Conclusion ended(Outcome outcome) {
        return new Conclusion(outcome, OptionalInt.empty(), Optional.empty());
    }

    /** What became of the program. */
    public Outcome outcome() {
        return outcome;
    }

    /** 0..255 where the program completed; 128 + number where a signal ended it. */
    public OptionalInt exitCode() {
        return exitCode;
    }

    /** The signal's name, {@code SIGSEGV}, where one ended the program. */
    public Optional<String> signal() {
        return signal;
    }
}
