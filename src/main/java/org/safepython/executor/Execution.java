package org.safepython.executor;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One request on its way: it waits for its turn, then runs. Thread safe. Its turn, the patience of the queue, its client
 * and the end of the server are rivals for the end of its waiting: {@link #admit} decides once.
 */
public final class Execution {
    private final String id;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    private boolean waiting = true;
    private Optional<Run> run = Optional.empty();
    private Optional<Outcome> stopped = Optional.empty();

    Execution(String id) {
        this.id = id;
    }

    /** What others call it: 128 random bits. */
    public String id() {
        return id;
    }

    /** What becomes of it; cancelled where the client left while it waited. */
    public CompletableFuture<Answer> answer() {
        return answer;
    }

    /** Ends it, since nobody wants the answer any more: gives up its place, or ends the program. */
    public void cancel() {
        stop(Outcome.CANCELLED);
    }

    /** Ends the waiting; false where something else has. */
    synchronized boolean admit() {
        boolean first = waiting;
        waiting = false;
        return first;
    }

    /** Answers in place of running, where it still waits. */
    void refuse(Answer why) {
        if (admit()) {
            answer.complete(why);
        }
    }

    /** Has its program in a run, which ends at once where the end was asked for before. */
    void enter(Run entered) {
        Optional<Outcome> before;
        synchronized (this) {
            run = Optional.of(entered);
            before = stopped;
        }
        before.ifPresent(entered::stop);
    }

    /** Ends it for a cause. */
    void stop(Outcome why) {
        if (admit()) {
            answer.cancel(false);
            return;
        }
        Optional<Run> running;
        synchronized (this) {
            stopped = stopped.or(() -> Optional.of(why));
            running = run;
        }
        running.ifPresent(entered -> entered.stop(why));
    }
}
