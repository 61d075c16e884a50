package org.safepython.executor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.safepython.executor.permits.Application;
import org.safepython.executor.permits.FairPermits;
import org.safepython.executor.permits.Permit;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/**
 * Lets so many programs run at once and so many requests wait, each client in its turn. A client may run as many programs
 * as the operator says; one permit more is for a client who would find all of them with another. Thread safe.
 */
final class Admission {
    private final FairPermits permits;
    private final Pace pace;
    private final Sandbox sandbox;

    Admission(Settings settings, Sandbox sandbox) {
        int runs = settings.parallelRuns();
        int places = settings.queue();
        this.permits = new FairPermits(new FairPermits.Shares(runs + 1, runs, places, (places + 1) / 2));
        this.pace = new Pace(runs);
        this.sandbox = sandbox;
    }

    /** Why a client gets no place, if it gets none; else the permit goes to the execution in its turn. */
    Optional<Answer> apply(ExecutionRequest request, Execution execution, TurnTaker turn) {
        Application application =
                permits.apply(request.client().name(), request.client().runs());
        if (application instanceof Application.Accepted accepted) {
            // Whoever is answered before his turn gives his place up.
            CompletableFuture<Answer> unused = execution
                    .answer()
                    .whenComplete((answer, left) -> accepted.permit().cancel(false));
            CompletableFuture<Void> unusedTurn = accepted.permit().thenAccept(turn::take);
            return Optional.empty();
        }
        return Optional.of(
                application instanceof Application.Full
                        ? new Answer.Busy(retryAfter(request.language()))
                        : new Answer.ShareUsedUp(retryAfter(request.language())));
    }

    /** When another try makes sense: those who wait have had their turn by then, and there is a cell for each of them. */
    Duration retryAfter(Language language) {
        int waiting = permits.waiting();
        Duration turns = pace.until(waiting);
        Duration cells = sandbox.supply(language).until(waiting + 1);
        return turns.compareTo(cells) > 0 ? turns : Pace.atMost(cells);
    }

    int waiting() {
        return permits.waiting();
    }

    int running() {
        return permits.held();
    }

    /** Takes note of how long a run has kept its permit, in nanoseconds. */
    void kept(long nanos) {
        pace.add(nanos);
    }

    /** Waits until nothing runs; false where something still does. */
    boolean awaitIdle(Duration wait) throws InterruptedException {
        return permits.awaitNoneHeld(wait);
    }

    /** Gets the permit when it is granted, on whatever thread. */
    interface TurnTaker {
        void take(Permit permit);
    }
}
