package org.safepython.executor.policy;

import java.util.List;

/** What became of a request to judge a program. */
public sealed interface Verdict {

    /**
     * The program was judged.
     *
     * @param violations what is wrong with it, in source order, at most 100; empty when it is accepted
     */
    record Judged(List<Violation> violations) implements Verdict {

        /** Copies the list. */
        public Judged {
            violations = List.copyOf(violations);
        }

        /** Whether the program may run. */
        public boolean accepted() {
            return violations.isEmpty();
        }
    }

    /** So many programs of the client wait to be judged that this one does not. */
    record ShareUsedUp() implements Verdict {}

    /** Nobody was free to judge it, or the policy is closing: nothing is known about the program. */
    record Overloaded() implements Verdict {}
}
