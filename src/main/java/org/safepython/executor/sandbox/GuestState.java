package org.safepython.executor.sandbox;

import java.util.Optional;

/** Whether programs of a language can be run now. Immutable. */
public sealed interface GuestState {
    /** Why they cannot, for everybody: without the engine's own words; empty where they can. */
    Optional<String> impediment();

    /**
     * They can.
     *
     * @param image the id of what runs them
     * @param python the interpreter's version, where it is known before a program has run
     */
    record Ready(String image, Optional<String> python) implements GuestState {
        @Override
        public Optional<String> impediment() {
            return Optional.empty();
        }
    }

    /** Soon: what runs them is being made. */
    record Preparing() implements GuestState {
        @Override
        public Optional<String> impediment() {
            return Optional.of("the image is being built");
        }
    }

    /** They cannot, for a reason. */
    record Absent(String reason) implements GuestState {
        @Override
        public Optional<String> impediment() {
            return Optional.of(reason);
        }
    }
}
