package org.safepython.executor.permits;

import java.util.concurrent.CompletableFuture;

/** What became of asking for a permit. */
public sealed interface Application {

    /** It is granted, now or in its turn; cancelling the future gives the place up. */
    record Accepted(CompletableFuture<Permit> permit) implements Application {}

    /** All places to wait in are taken. */
    record Full() implements Application {}

    /** The client's own share of the places is used up. */
    record ShareUsedUp() implements Application {}
}
