package org.safepython.executor.sandbox.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Cells without a program that are to be removed, oldest first. Guarded by its pool. */
final class SpentCells {
    /** What a program left in its /tmp takes memory until then. */
    private static final long LONGEST_STAY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Deque<Spent> cells = new ArrayDeque<>();
    private final int most;

    SpentCells(int most) {
        this.most = most;
    }

    void add(WarmCell cell, long now) {
        cells.add(new Spent(cell, now));
    }

    boolean hasRoom() {
        return cells.size() < most;
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    boolean isOverdue(long now) {
        return !cells.isEmpty() && now - cells.element().since() >= LONGEST_STAY_NANOS;
    }

    Optional<WarmCell> poll() {
        return Optional.ofNullable(cells.poll()).map(Spent::cell);
    }

    private record Spent(WarmCell cell, long since) {}
}
