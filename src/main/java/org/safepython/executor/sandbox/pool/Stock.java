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
    private static final long SHORTEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final Language language;
    private final int size;
    private final int low;
    private final long maxAgeNanos;
    private final Deque<Waiting> cells = new ArrayDeque<>();
    private final Deque<Customer> customers = new ArrayDeque<>();
    private final MakingTime makingTime = new MakingTime();
    private boolean filling;
    private int making;
    private long restNanos = SHORTEST_REST_NANOS;
    private long restUntil;
    private long lastMade;
    private long leases;
    private long failures;
    private final LongAdder waitedNanos = new LongAdder();

    Stock(Language language, PoolSettings settings, long now) {
        this.language = language;
        this.size = settings.size(language);
        this.low = Math.min(settings.low(), size);
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

    CompletableFuture<WarmCell> queue(long now) {
        CompletableFuture<WarmCell> turn = new CompletableFuture<>();
        customers.add(new Customer(turn, now));
        return turn;
    }

    /** Takes note of how long somebody waited; needs no guard. */
    void waited(long nanos) {
        waitedNanos.add(nanos);
    }

    /** Whether somebody waits for whom no cell is being made. */
    boolean isAwaited() {
        return making < customers.size();
    }

    /** Since when the first has waited; where somebody does. */
    long awaitedSince() {
        return customers.element().since();
    }

    /** Whether so few cells wait that more are wanted while programs run. */
    boolean isLow(long now) {
        return mayFill(now) && cells.size() + making < low;
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

    /** How long filling rests still, where nobody waits. */
    long restLeft(long now) {
        return customers.isEmpty() ? restUntil - now : 0;
    }

    void begin(long now) {
        if (making++ == 0) {
            lastMade = now;
        }
    }

    /**
     * Takes a cell that was made: it goes to who has waited longest, if somebody waits. False where nobody does any more and
     * there is no place; and where somebody does, but the cell is not fit by now.
     */
    boolean made(WarmCell cell, long now) {
        making--;
        restNanos = SHORTEST_REST_NANOS;
        makingTime.add(now - lastMade);
        lastMade = now;
        if (!customers.isEmpty() && !cell.isFit()) {
            return false;
        }
        for (Customer next = customers.poll(); next != null; next = customers.poll()) {
            if (next.turn().complete(cell)) {
                return true;
            }
        }
        return cells.size() < size && cells.add(new Waiting(cell, now));
    }

    /**
     * A cell could not be made: all who wait for one hear of it, but for those for whom others are being made. True where
     * it is the first that could not.
     */
    boolean failed(Throwable failure, long now) {
        making--;
        failures++;
        boolean first = restNanos == SHORTEST_REST_NANOS;
        restUntil = now + restNanos;
        restNanos = Math.min(2 * restNanos, LONGEST_REST_NANOS);
        dismiss(failure, making);
        return first;
    }

    private void dismiss(Throwable reason, int stay) {
        while (customers.size() > stay) {
            customers.remove().turn().completeExceptionally(reason);
        }
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

    /** Keeps nothing from now on: who waits hears why, the cells are given away. */
    List<WarmCell> clear(Throwable reason) {
        filling = false;
        dismiss(reason, 0);
        List<WarmCell> all = cells.stream().map(Waiting::cell).toList();
        cells.clear();
        return all;
    }

    Supply supply() {
        return new Supply(
                cells.size(),
                size,
                customers.size(),
                makingTime.perSecond(),
                leases,
                failures,
                Duration.ofNanos(waitedNanos.sum()));
    }

    private record Waiting(WarmCell cell, long since) {}

    private record Customer(CompletableFuture<WarmCell> turn, long since) {}
}
