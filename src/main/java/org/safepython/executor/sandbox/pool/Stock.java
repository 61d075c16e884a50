package org.safepython.executor.sandbox.pool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.safepython.executor.sandbox.Supply;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.PoolSettings;

/** The cells of one language that wait, oldest first, and those who wait for one. Guarded by its pool. */
final class Stock {
    /** How long filling rests after a cell could not be made; those who wait for one are not kept from trying. */
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Language language;
    private final int size;
    private final int low;
    private final int makers;
    private final long maxAgeNanos;
    private final Deque<Waiting> cells = new ArrayDeque<>();
    private final Deque<CompletableFuture<WarmCell>> customers = new ArrayDeque<>();
    private final MakingTime makingTime = new MakingTime();
    private boolean filling;
    private int making;
    private long restUntil;
    private long leases;
    private final LongAdder waitedNanos = new LongAdder();

    Stock(Language language, PoolSettings settings, long now) {
        this.language = language;
        this.size = settings.size(language);
        this.low = Math.min(settings.low(), size);
        this.makers = settings.makers();
        this.maxAgeNanos = settings.maxAge().toNanos();
        this.restUntil = now;
    }

    Language language() {
        return language;
    }

    /** From now on cells are made before anybody asks. */
    void fill() {
        filling = true;
    }

    /** Takes the oldest cell that is fit; tells of those that were not. */
    Optional<WarmCell> take(Consumer<WarmCell> unfit) {
        leases++;
        for (Waiting next = cells.poll(); next != null; next = cells.poll()) {
            if (next.cell().isFit()) {
                return Optional.of(next.cell());
            }
            unfit.accept(next.cell());
        }
        return Optional.empty();
    }

    CompletableFuture<WarmCell> queue() {
        CompletableFuture<WarmCell> turn = new CompletableFuture<>();
        customers.add(turn);
        return turn;
    }

    /** Takes note of how long somebody waited; needs no guard. */
    void waited(long nanos) {
        waitedNanos.add(nanos);
    }

    /** Whether a cell is to be made at once: somebody waits, or the stock is low. */
    boolean isUrgent(long now) {
        return making < customers.size() || (mayFill(now) && cells.size() + making < low);
    }

    /** Whether a cell is to be made when nothing else is to be done, one at a time. */
    boolean isIncomplete(long now) {
        return mayFill(now) && making == 0 && cells.size() < size;
    }

    /** Whether nothing will be lacking unless something happens. */
    boolean isComplete() {
        return customers.isEmpty() && (!filling || cells.size() + making >= size);
    }

    private boolean mayFill(long now) {
        return filling && restUntil - now <= 0;
    }

    void begin() {
        making++;
    }

    /**
     * Takes a cell that was made in so many nanoseconds: it goes to who has waited longest, if somebody waits. False where
     * nobody does any more, and there is no place.
     */
    boolean made(WarmCell cell, long taken, long now) {
        making--;
        makingTime.add(taken);
        for (var next = customers.poll(); next != null; next = customers.poll()) {
            if (next.complete(cell)) {
                return true;
            }
        }
        return cells.size() < size && cells.add(new Waiting(cell, now));
    }

    /** A cell could not be made: all who wait for one hear of it. */
    void failed(Throwable failure, long now) {
        making--;
        restUntil = now + REST_NANOS;
        customers.forEach(turn -> turn.completeExceptionally(failure));
        customers.clear();
    }

    /** Takes out the cells that are not fit, and one that has waited too long: so they are never all gone at once. */
    List<WarmCell> sortOut(long now) {
        List<WarmCell> out = new ArrayList<>();
        cells.removeIf(waiting -> !waiting.cell().isFit() && out.add(waiting.cell()));
        Waiting oldest = cells.peek();
        if (oldest != null && now - oldest.since() > maxAgeNanos) {
            out.add(cells.remove().cell());
        }
        return out;
    }

    /** Makes no more. */
    List<WarmCell> clear() {
        filling = false;
        List<WarmCell> all = cells.stream().map(Waiting::cell).toList();
        cells.clear();
        return all;
    }

    Supply supply() {
        return new Supply(
                cells.size(),
                size,
                customers.size(),
                makingTime.perSecond(makers),
                leases,
                Duration.ofNanos(waitedNanos.sum()));
    }

    private record Waiting(WarmCell cell, long since) {}
}
