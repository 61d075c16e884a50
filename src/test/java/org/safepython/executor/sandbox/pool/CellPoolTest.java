package org.safepython.executor.sandbox.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Await;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.PoolSettings;

/** When cells are made, given out and removed; with cells that are nothing but a number. */
class CellPoolTest {
    private static final Language LANGUAGE = Language.PYTHON3;
    private static final Program PROGRAM =
            new Program(new byte[0], new byte[0], List.of(), false, Duration.ofSeconds(1));
    private static final long A_WHILE = 150;

    private final NumberedCell.Maker maker = new NumberedCell.Maker();
    private final AtomicLong skipped = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<CellPool> pools = new ArrayList<>();
    private final List<Cell> leases = new CopyOnWriteArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        maker.go();
        leases.forEach(Cell::close);
        pools.forEach(CellPool::close);
        threads.shutdownNow();
        assertThat(maker.alive()).isEmpty();
    }

    private CellPool pool(int size, int low) {
        return pool(size, low, 2);
    }

    private CellPool pool(int size, int low, int makers) {
        PoolSettings settings =
                new PoolSettings(Map.of(LANGUAGE, size), low, makers, Duration.ofMillis(20), Duration.ofMinutes(10));
        CellPool pool = new CellPool(settings, List.of(LANGUAGE), maker, () -> System.nanoTime() + skipped.get());
        pools.add(pool);
        return pool;
    }

    private CellPool full(int size, int low) throws InterruptedException {
        CellPool pool = pool(size, low);
        pool.fill(LANGUAGE);
        await(() -> warm(pool) == size);
        return pool;
    }

    private static int warm(CellPool pool) {
        return pool.supply(LANGUAGE).warm();
    }

    private static void await(BooleanSupplier condition) {
        Await.until(Duration.ofSeconds(5), condition);
    }

    /** A lease that ends with the test at the latest. */
    private Cell lease(CellPool pool) throws SandboxUnavailableException {
        Cell cell = pool.lease(LANGUAGE, new CompletableFuture<>());
        leases.add(cell);
        return cell;
    }

    private Future<Cell> leaseLater(CellPool pool) throws InterruptedException {
        int waiting = pool.supply(LANGUAGE).waiting();
        Future<Cell> lease = threads.submit(() -> lease(pool));
        await(() -> lease.isDone() || pool.supply(LANGUAGE).waiting() > waiting);
        return lease;
    }

    private static void finish(Cell cell) {
        cell.run(PROGRAM, ProgramEvents.UNHEARD);
        cell.close();
    }

    private static String number(Cell cell) {
        return cell.guest().image();
    }

    @Test
    void testWhoWaitsGetsNoCellThatIsUnfitWhenItIsMade() throws Exception {
        maker.spoil("1");
        CellPool pool = pool(0, 0, 1);

        assertThat(number(lease(pool))).isEqualTo("2");
        await(() -> maker.alive().equals(Set.of("2")));
    }

    @Test
    void testNothingIsMadeBeforeItIsWanted() throws Exception {
        CellPool pool = pool(4, 2);
        Thread.sleep(A_WHILE);

        assertThat(maker.made()).isZero();
        assertThat(warm(pool)).isZero();
    }

    @Test
    void testCellsWaitBeforeTheyAreAskedForAndTheOldestGoesFirst() throws Exception {
        CellPool pool = full(3, 1);

        assertThat(number(lease(pool))).isEqualTo("1");
        assertThat(number(lease(pool))).isEqualTo("2");
        assertThat(pool.supply(LANGUAGE).waited()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void testEveryLeaseHasACellOfItsOwn() throws Exception {
        CellPool pool = full(8, 4);
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            runs.add(threads.submit(() -> {
                try (Cell cell = lease(pool)) {
                    cell.run(PROGRAM, ProgramEvents.UNHEARD);
                    assertThat(numbers.add(number(cell))).isTrue();
                }
                return true;
            }));
        }
        for (Future<?> run : runs) {
            assertThat(run.get()).isEqualTo(true);
        }

        assertThat(numbers).hasSize(500);
        assertThat(pool.supply(LANGUAGE).leases()).isEqualTo(500);
        await(() -> maker.alive().size() == 8 && warm(pool) == 8);
        assertThat(maker.runs()).allMatch(times -> times <= 1);
    }

    @Test
    void testSecondRunOfALeaseIsRefused() throws Exception {
        CellPool pool = full(1, 0);
        try (Cell cell = lease(pool)) {
            cell.run(PROGRAM, ProgramEvents.UNHEARD);

            assertThatThrownBy(() -> cell.run(PROGRAM, ProgramEvents.UNHEARD))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void testCellThatWasLeasedButNotUsedNeverComesBack() throws Exception {
        CellPool pool = full(1, 0);
        lease(pool).close();

        await(() -> warm(pool) == 1);
        assertThat(maker.alive()).containsExactly("2");
    }

    @Test
    void testEmptyPoolMakesOneForEachWhoAsksInTheOrderInWhichTheyCame() throws Exception {
        CellPool pool = pool(0, 0, 1);
        maker.stop();
        List<Future<Cell>> turns = List.of(leaseLater(pool), leaseLater(pool), leaseLater(pool));
        assertThat(pool.supply(LANGUAGE).waiting()).isEqualTo(3);
        maker.go();

        for (int i = 0; i < 3; i++) {
            assertThat(number(turns.get(i).get())).isEqualTo(Integer.toString(i + 1));
        }
        assertThat(maker.made()).isEqualTo(3);
        assertThat(pool.supply(LANGUAGE).waited()).isPositive();
    }

    @Test
    void testWhileAProgramRunsItIsFilledToTheLowMarkAlone() throws Exception {
        CellPool pool = full(4, 2);
        List<Cell> leased = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            leased.add(lease(pool));
        }
        await(() -> warm(pool) == 2);
        Thread.sleep(A_WHILE);
        assertThat(warm(pool)).isEqualTo(2);

        leased.forEach(CellPoolTest::finish);
        await(() -> warm(pool) == 4);
    }

    @Test
    void testWhenCalmOneIsMadeAtATime() throws Exception {
        CellPool pool = pool(4, 0);
        maker.stop();
        pool.fill(LANGUAGE);
        await(() -> maker.making() == 1);
        Thread.sleep(A_WHILE);

        assertThat(maker.making()).isEqualTo(1);
    }

    @Test
    void testRemovalWaitsUntilNoProgramRuns() throws Exception {
        CellPool pool = full(4, 0);
        Cell other = lease(pool);
        finish(lease(pool));
        Thread.sleep(A_WHILE);
        assertThat(maker.alive()).contains("2");

        finish(other);
        await(() -> !maker.alive().contains("1") && !maker.alive().contains("2"));
    }

    @Test
    void testRemovalDoesNotWaitForEver() throws Exception {
        CellPool pool = full(4, 0);
        lease(pool);
        finish(lease(pool));
        skipped.addAndGet(Duration.ofSeconds(1).toNanos());

        await(() -> !maker.alive().contains("2"));
    }

    @Test
    void testNoMoreCellsWaitForTheirRemovalThanFitThePool() throws Exception {
        CellPool pool = full(2, 2);
        Cell other = lease(pool);
        for (int i = 0; i < 10; i++) {
            finish(lease(pool));
        }

        assertThat(maker.alive().size()).isLessThanOrEqualTo(1 + 2 + 2 + 2);
        finish(other);
    }

    @Test
    void testProgramWhoseEndNobodyReportedIsGoneWhenTheLeaseIsClosed() throws Exception {
        CellPool pool = full(2, 0);
        maker.endWith(new Ending.Vanished(false));
        finish(lease(pool));

        assertThat(maker.alive()).doesNotContain("1");
    }

    @Test
    void testCellThatIsUnfitIsNotGivenOut() throws Exception {
        CellPool pool = full(3, 0);
        maker.spoil("1");
        maker.spoil("2");

        assertThat(number(lease(pool))).isEqualTo("3");
    }

    @Test
    void testCellThatIsUnfitIsReplacedBeforeAnybodyAsks() throws Exception {
        CellPool pool = full(3, 0);
        maker.spoil("2");
        pool.look();

        await(() -> warm(pool) == 3 && maker.alive().equals(Set.of("1", "3", "4")));
    }

    @Test
    void testCellsThatAreTooOldAreReplacedOneAtEachLook() throws Exception {
        CellPool pool = full(3, 0);
        skipped.addAndGet(Duration.ofMinutes(11).toNanos());
        pool.look();
        await(() -> warm(pool) == 3 && maker.alive().equals(Set.of("2", "3", "4")));

        pool.look();
        await(() -> warm(pool) == 3 && maker.made() == 5);
    }

    @Test
    void testAllWhoWaitHearThatNoCellCanBeMade() throws Exception {
        CellPool pool = pool(0, 0, 1);
        maker.stop();
        List<Future<Cell>> turns = List.of(leaseLater(pool), leaseLater(pool), leaseLater(pool));
        maker.failWith(new SandboxUnavailableException(new GuestState.Preparing(), "none yet", null));
        maker.go();

        for (Future<Cell> turn : turns) {
            assertThatThrownBy(turn::get)
                    .hasCauseInstanceOf(SandboxUnavailableException.class)
                    .hasRootCauseMessage("none yet");
        }
        maker.failWith(null);
        assertThat(lease(pool)).isNotNull();
    }

    @Test
    void testFaultOfAMakerReachesWhoWaitsAndEndsNothing() throws Exception {
        CellPool pool = pool(1, 1);
        maker.failWith(new IllegalStateException("a fault of our own"));
        assertThatThrownBy(() -> lease(pool)).hasRootCauseMessage("a fault of our own");
        maker.failWith(null);

        assertThat(lease(pool)).isNotNull();
    }

    @Test
    void testFillingRestsAfterAFailureAndGoesOn() throws Exception {
        CellPool pool = pool(2, 2);
        maker.failWith(new IllegalStateException("a fault of our own"));
        pool.fill(LANGUAGE);
        await(() -> maker.failures() > 0);
        Thread.sleep(A_WHILE);
        assertThat(maker.failures()).isLessThanOrEqualTo(2);

        maker.failWith(null);
        skipped.addAndGet(Duration.ofSeconds(1).toNanos());
        await(() -> warm(pool) == 2);
    }

    @Test
    void testRetiredPoolGivesNothingOutAndKeepsNothing() throws Exception {
        CellPool pool = full(3, 1);
        Cell leased = lease(pool);
        pool.retire();

        assertThatThrownBy(() -> lease(pool)).isInstanceOf(SandboxUnavailableException.class);
        await(() -> maker.alive().equals(Set.of("1")));
        finish(leased);
        await(() -> maker.alive().isEmpty());
    }

    @Test
    void testWhoWaitsForACellOfAPoolThatRetiresWaitsNoLonger() throws Exception {
        CellPool pool = pool(0, 0, 1);
        maker.stop();
        List<Future<Cell>> turns = List.of(leaseLater(pool), leaseLater(pool));
        pool.retire();

        for (Future<Cell> turn : turns) {
            assertThatThrownBy(turn::get).hasCauseInstanceOf(SandboxUnavailableException.class);
        }
    }

    @Test
    void testCellThatIsMadeWhileThePoolEndsIsRemoved() throws Exception {
        CellPool pool = pool(2, 2);
        maker.stop();
        pool.fill(LANGUAGE);
        await(() -> maker.making() == 2);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(pool::close, threads);
        Thread.sleep(A_WHILE);
        maker.go();
        closed.get();

        assertThat(maker.made()).isEqualTo(2);
        assertThat(maker.alive()).isEmpty();
    }

    @Test
    void testWaiterWhoIsInterruptedTakesNoCellAlong() throws Exception {
        CellPool pool = pool(0, 0, 1);
        maker.stop();
        Future<Cell> interrupted = leaseLater(pool);
        Future<Cell> patient = leaseLater(pool);
        interrupted.cancel(true);
        Thread.sleep(A_WHILE);
        maker.go();

        assertThat(number(patient.get())).isEqualTo("1");
    }

    @Test
    void testWhoNeedsNoCellAnyMoreTakesNone() throws Exception {
        CellPool pool = pool(0, 0, 1);
        maker.stop();
        CompletableFuture<Void> needless = new CompletableFuture<>();
        Future<Cell> given = threads.submit(() -> pool.lease(LANGUAGE, needless));
        await(() -> pool.supply(LANGUAGE).waiting() == 1);
        Future<Cell> patient = leaseLater(pool);
        needless.complete(null);

        assertThatThrownBy(given::get).hasCauseInstanceOf(CancellationException.class);
        maker.go();
        assertThat(number(patient.get())).isEqualTo("1");
    }

    @Test
    void testProgramsThatRunForLongDoNotHoldThePoolUp() throws Exception {
        CellPool pool = full(4, 0);
        lease(pool);
        skipped.addAndGet(Duration.ofSeconds(1).toNanos());

        await(() -> warm(pool) == 4);
    }

    @Test
    void testFaultOfARemovalStopsNeitherRemovingNorFilling() throws Exception {
        CellPool pool = full(3, 1);
        maker.failToClose("1");
        finish(lease(pool));
        finish(lease(pool));

        await(() -> warm(pool) == 3 && !maker.alive().contains("2"));
    }

    @Test
    void testSupplyTellsHowFastThereAreMore() throws Exception {
        CellPool pool = full(2, 0);

        assertThat(pool.supply(LANGUAGE).perSecond()).isPositive();
        assertThat(pool.supply(LANGUAGE).until(2)).isZero();
        assertThat(pool.supply(LANGUAGE).until(12)).isPositive();
    }
}
