package org.safepython.executor.sandbox.pool;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.sandbox.Supply;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.PoolSettings;

/**
 * Cells that wait for programs, a stock for each language. Each is leased once and never comes back. Making and removing
 * them takes processor time that running programs want: so both wait until it is calm, that is, no cell is leased or only
 * such as are for long, unless somebody waits for a cell, a stock is low, or a removal is overdue. Thread safe.
 */
public final class CellPool implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CellPool.class.getName());

    /** Where no lease has begun or ended for so long, those that run do so for long: they must not hold the pool up. */
    private static final long LONG_QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Map<Language, Stock> stocks;
    private final SpentCells spent;
    private final Upkeep upkeep;
    private final CellMaker maker;
    private final LongSupplier clock;
    private final long calmNanos;
    private int leased;
    private long lastMove;
    private boolean retired;
    private boolean closed;

    /**
     * Makes a pool that is empty and fills nothing.
     *
     * @param clock nanoseconds that only go forward
     */
    public CellPool(PoolSettings settings, Collection<Language> languages, CellMaker maker, LongSupplier clock) {
        long now = clock.getAsLong();
        this.stocks = languages.stream()
                .collect(Collectors.toMap(Function.identity(), language -> new Stock(language, settings, now)));
        this.spent = new SpentCells(languages.stream().mapToInt(settings::size).sum());
        this.upkeep = new Upkeep(settings.makers(), this::next);
        this.maker = maker;
        this.clock = clock;
        this.calmNanos = settings.calm().toNanos();
        this.lastMove = now - calmNanos;
    }

    /** Begins to keep cells of the language ready. */
    public void fill(Language language) {
        change(() -> {
            if (!retired) {
                stock(language).fill();
            }
        });
    }

    /**
     * Gives a cell: the one that has waited longest, or else the next that is made. Who is not waited for any more, by the
     * future, gets none but a CancellationException.
     */
    public Cell lease(Language language, CompletableFuture<?> needless) throws SandboxUnavailableException {
        CompletableFuture<WarmCell> turn = apply(language);
        try {
            CompletableFuture<?> unused = needless.whenComplete((answer, failure) -> turn.cancel(false));
            return new Lease(await(language, turn), this);
        } catch (SandboxUnavailableException | RuntimeException none) {
            end();
            throw none;
        }
    }

    private CompletableFuture<WarmCell> apply(Language language) throws SandboxUnavailableException {
        lock.lock();
        try {
            if (retired) {
                throw retirement(null);
            }
            leased++;
            lastMove = clock.getAsLong();
            Stock stock = stock(language);
            CompletableFuture<WarmCell> turn = stock.take(this::spend)
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> stock.queue(clock.getAsLong()));
            wakeIfLacking();
            return turn;
        } finally {
            lock.unlock();
        }
    }

    private WarmCell await(Language language, CompletableFuture<WarmCell> turn) throws SandboxUnavailableException {
        long asked = clock.getAsLong();
        try {
            return turn.get();
        } catch (ExecutionException failure) {
            throw noCell(failure.getCause());
        } catch (InterruptedException hurry) {
            if (!turn.cancel(false) && !turn.isCompletedExceptionally()) {
                change(() -> spend(turn.join()));
            }
            Thread.currentThread().interrupt();
            throw retirement(hurry);
        } finally {
            stock(language).waited(clock.getAsLong() - asked);
        }
    }

    private static SandboxUnavailableException noCell(@Nullable Throwable cause) {
        if (cause instanceof SandboxUnavailableException reason) {
            return new SandboxUnavailableException(reason.state(), String.valueOf(reason.getMessage()), reason);
        }
        throw new IllegalStateException(cause);
    }

    private static SandboxUnavailableException retirement(@Nullable Throwable cause) {
        GuestState state = new GuestState.Absent("no more containers are given out");
        return new SandboxUnavailableException(state, "The pool gives out no more cells", cause);
    }

    /** Takes a cell without a program, to remove it when there is time; false where too many wait for that. */
    boolean removeLater(WarmCell cell) {
        return locked(() -> {
            boolean later = !closed && spent.hasRoom();
            if (later) {
                spend(cell);
            }
            return later;
        });
    }

    private void spend(WarmCell cell) {
        spent.add(cell, clock.getAsLong());
    }

    /** A lease is over. */
    void end() {
        change(() -> {
            leased--;
            lastMove = clock.getAsLong();
        });
    }

    /** How a language's cells are in supply. */
    public Supply supply(Language language) {
        return locked(() -> stock(language).supply());
    }

    /** Sorts out the cells that are no longer fit for a program, or have waited too long. */
    public void look() {
        change(() -> stocks.values()
                .forEach(stock -> stock.sortOut(clock.getAsLong()).forEach(this::spend)));
    }

    /** Gives out no more cells and begins to remove those that wait. */
    public void retire() {
        change(() -> {
            retired = true;
            stocks.values().forEach(this::clear);
        });
    }

    /** Removes all cells that are not leased, and ends the threads. */
    @Override
    public void close() {
        retire();
        change(() -> {
            closed = true;
            change.signalAll();
        });
        upkeep.awaitEnd();
    }

    /** What a thread does next, as soon as there is something; empty at the end. */
    private Optional<Runnable> next() throws InterruptedException {
        lock.lock();
        try {
            Optional<Runnable> due = due(clock.getAsLong());
            while (due.isEmpty() && !closed) {
                change.awaitNanos(pause(clock.getAsLong()));
                due = due(clock.getAsLong());
            }
            // There may be more, for another thread.
            change.signal();
            return due;
        } finally {
            lock.unlock();
        }
    }

    /** How long nothing will be to be done unless something happens, at the least. */
    private long pause(long now) {
        if (!spent.isEmpty()) {
            return calmNanos;
        }
        return stocks.values().stream()
                .filter(stock -> !stock.isComplete())
                .mapToLong(stock -> Math.max(calmNanos, stock.restLeft(now)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private Optional<Runnable> due(long now) {
        if (retired || spent.isOverdue(now)) {
            return removal();
        }
        long quiet = now - lastMove;
        boolean calm = quiet >= (leased == 0 ? calmNanos : LONG_QUIET_NANOS);
        return stocks.values().stream()
                .filter(Stock::isAwaited)
                .min(Comparator.comparingLong(Stock::awaitedSince))
                .or(() -> first(stock -> stock.isLow(now)))
                .or(() -> first(stock -> calm && stock.isIncomplete(now)))
                .map(this::making)
                .or(() -> calm ? removal() : Optional.empty());
    }

    private Optional<Stock> first(Predicate<Stock> condition) {
        return stocks.values().stream().filter(condition).findFirst();
    }

    private Optional<Runnable> removal() {
        return spent.poll().map(cell -> cell::close);
    }

    private Runnable making(Stock stock) {
        stock.begin(clock.getAsLong());
        return () -> make(stock);
    }

    private void make(Stock stock) {
        WarmCell cell;
        try {
            cell = maker.make(stock.language());
        } catch (SandboxUnavailableException | RuntimeException | Error failure) {
            if (locked(() -> stock.failed(failure, clock.getAsLong()))) {
                LOG.log(Level.WARNING, "No container can be made: {0}", failure.toString());
            }
            return;
        }
        change(() -> keep(stock, cell));
    }

    private void keep(Stock stock, WarmCell cell) {
        if (!stock.made(cell, clock.getAsLong())) {
            spend(cell);
        }
        if (retired) {
            clear(stock);
        }
    }

    private void clear(Stock stock) {
        stock.clear(retirement(null)).forEach(this::spend);
    }

    private boolean isComplete() {
        return spent.isEmpty() && stocks.values().stream().allMatch(Stock::isComplete);
    }

    private void change(Runnable action) {
        lock.lock();
        try {
            action.run();
            wakeIfLacking();
        } finally {
            lock.unlock();
        }
    }

    private void wakeIfLacking() {
        if (!isComplete()) {
            upkeep.begin();
            change.signal();
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private Stock stock(Language language) {
        return Objects.requireNonNull(stocks.get(language));
    }
}
