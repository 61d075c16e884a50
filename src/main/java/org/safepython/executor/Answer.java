package org.safepython.executor;

import java.time.Duration;
import java.util.List;
import org.safepython.executor.policy.Violation;
import org.safepython.executor.sandbox.GuestState;

/** What the service says to a request. Only {@link Executed} was ever near a container. Immutable. */
public sealed interface Answer {
    /** The program was started. */
    record Executed(ExecutionResult result) implements Answer {}

    /** The policy refused the program. */
    record Refused(List<Violation> violations) implements Answer {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** No place was free, or none became free in time. */
    record Busy(Duration retryAfter) implements Answer {}

    /** This client has used up its share. */
    record ShareUsedUp(Duration retryAfter) implements Answer {}

    /** No container could be had; the reason is fit for clients. */
    record Unavailable(String reason, Duration retryAfter) implements Answer {}

    /** What runs programs of the language is being made. */
    record Preparing(Duration retryAfter) implements Answer {}

    /** The server ends. */
    record ShuttingDown() implements Answer {}

    /** What can be said where no cell is to be had. */
    static Answer without(GuestState state) {
        return state instanceof GuestState.Preparing
                ? new Preparing(Duration.ofSeconds(10))
                : new Unavailable(state.impediment().orElseThrow(), Duration.ofSeconds(2));
    }
}
