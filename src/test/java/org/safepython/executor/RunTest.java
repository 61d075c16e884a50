package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Guest;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.settings.Language;

/** The first cause decides, and comes first only once. */
class RunTest {
    private static final Ending.Usage USAGE =
            new Ending.Usage(OptionalLong.of(1), OptionalLong.of(2), OptionalLong.of(0));
    private static final Program PROGRAM =
            new Program(new byte[0], new byte[0], List.of(), false, Duration.ofSeconds(1));

    private final ScheduledExecutorService deadlines = Executors.newScheduledThreadPool(2);

    @AfterEach
    void close() {
        deadlines.shutdownNow();
    }

    private Run run(ScriptedCell cell, Duration timeout) {
        return new Run(cell, deadlines, RealService.request("", timeout, ""), 1000, ProgramEvents.UNHEARD);
    }

    @Test
    void testReportFirstThenNothingElseCounts() {
        ScriptedCell cell = new ScriptedCell(new Ending.Reported(3, 0, Ending.Remark.NONE, USAGE));
        Run run = run(cell, Duration.ofSeconds(10));

        Ending ending = run.run(PROGRAM);
        run.stop(Outcome.TIMED_OUT);

        assertThat(run.conclude(ending).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(run.conclude(ending).exitCode()).hasValue(3);
        assertThat(cell.stops.get()).isZero();
    }

    @Test
    void testDeadlineFirstThenTheReportDoesNotCount() {
        ScriptedCell cell = new ScriptedCell(new Ending.Reported(0, 0, Ending.Remark.NONE, USAGE)).untilStopped();
        Run run = run(cell, Duration.ofMillis(20));

        Ending ending = run.run(PROGRAM);

        assertThat(run.conclude(ending).outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(run.conclude(ending).exitCode()).isEmpty();
    }

    @Test
    void testCellThatDoesNotReportIsKilled() {
        ScriptedCell cell = new ScriptedCell(new Ending.Vanished(true)).untilKilled();
        Run run = run(cell, Duration.ofMillis(20));

        Ending ending = run.run(PROGRAM);

        assertThat(run.conclude(ending).outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(cell.stops.get()).isEqualTo(1);
        assertThat(cell.kills.get()).isEqualTo(1);
    }

    @Test
    void testProgramThatNeverStartsHoldsNoPlaceForEver() throws Exception {
        ScriptedCell cell =
                new ScriptedCell(new Ending.Vanished(false)).untilStopped().silent();
        List<Duration> delays = new ArrayList<>();
        ScheduledExecutorService impatient = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
                delays.add(Duration.of(delay, unit.toChronoUnit()));
                return super.schedule(task, 0, unit);
            }
        };
        Run run = new Run(
                cell, impatient, RealService.request("", Duration.ofMillis(1), ""), 1000, ProgramEvents.UNHEARD);

        Ending ending = run.run(PROGRAM);

        assertThat(run.conclude(ending).outcome()).isEqualTo(Outcome.LOST);
        assertThat(delays).first().isEqualTo(Duration.ofSeconds(10));
        impatient.shutdownNow();
    }

    @Test
    void testOutputBeyondTheLimitDecidesAlsoWhenTheProgramHasEnded() {
        ScriptedCell cell = new ScriptedCell(new Ending.Reported(0, 0, Ending.Remark.NONE, USAGE)).writing(1001);
        Run run = run(cell, Duration.ofSeconds(10));

        assertThat(run.conclude(run.run(PROGRAM)).outcome()).isEqualTo(Outcome.OUTPUT_EXCEEDED);
    }

    @Test
    void testOutputUpToTheLimitDoesNot() {
        ScriptedCell cell = new ScriptedCell(new Ending.Reported(0, 0, Ending.Remark.NONE, USAGE)).writing(1000);
        Run run = run(cell, Duration.ofSeconds(10));

        assertThat(run.conclude(run.run(PROGRAM)).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void testEndingWithoutReportIsLostUnlessTheEngineSaysMemory() {
        Run lost = run(new ScriptedCell(new Ending.Vanished(false)), Duration.ofSeconds(10));
        Run memory = run(new ScriptedCell(new Ending.Vanished(true)), Duration.ofSeconds(10));

        assertThat(lost.conclude(lost.run(PROGRAM)).outcome()).isEqualTo(Outcome.LOST);
        assertThat(memory.conclude(memory.run(PROGRAM)).outcome()).isEqualTo(Outcome.MEMORY_EXCEEDED);
    }

    @Test
    void testOfManyCausesAtOnceOneStopsTheCell() throws Exception {
        for (int round = 0; round < 300; round++) {
            ScriptedCell cell = new ScriptedCell(new Ending.Vanished(false)).untilStopped();
            Run run = run(cell, Duration.ofSeconds(10));
            CountDownLatch start = new CountDownLatch(1);
            List<Outcome> causes = List.of(Outcome.CANCELLED, Outcome.LOST, Outcome.TIMED_OUT);
            List<Thread> rivals = causes.stream()
                    .map(cause -> new Thread(() -> {
                        await(start);
                        run.stop(cause);
                    }))
                    .toList();
            rivals.forEach(Thread::start);
            start.countDown();

            Ending ending = run.run(PROGRAM);
            for (Thread rival : rivals) {
                rival.join();
            }

            assertThat(cell.stops.get()).isEqualTo(1);
            assertThat(run.conclude(ending).outcome()).isIn(causes);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A cell that does as it is told; written by hand to bring about what a real engine does too rarely. */
    private static final class ScriptedCell implements Cell {
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final CountDownLatch killed = new CountDownLatch(1);
        private final AtomicInteger stops = new AtomicInteger();
        private final AtomicInteger kills = new AtomicInteger();
        private final Ending ending;
        private boolean waitsForStop;
        private boolean waitsForKill;
        private boolean silent;
        private int writes;

        ScriptedCell(Ending ending) {
            this.ending = ending;
        }

        ScriptedCell untilStopped() {
            waitsForStop = true;
            return this;
        }

        ScriptedCell untilKilled() {
            waitsForKill = true;
            return this;
        }

        ScriptedCell silent() {
            silent = true;
            return this;
        }

        ScriptedCell writing(int bytes) {
            writes = bytes;
            return this;
        }

        @Override
        public Ending run(Program program, ProgramEvents events) {
            if (!silent) {
                events.started();
            }
            if (writes > 0) {
                events.wrote(ProgramEvents.Stream.STDOUT, new byte[writes / 2]);
                events.wrote(ProgramEvents.Stream.STDERR, new byte[writes - writes / 2]);
            }
            if (waitsForStop) {
                await(stopped);
            }
            if (waitsForKill) {
                await(killed);
            }
            return ending;
        }

        private static void await(CountDownLatch latch) {
            RunTest.await(latch);
        }

        @Override
        public void stop() {
            stops.incrementAndGet();
            stopped.countDown();
        }

        @Override
        public void kill() {
            kills.incrementAndGet();
            killed.countDown();
        }

        @Override
        public boolean isLogged() {
            return false;
        }

        @Override
        public Guest guest() {
            return new Guest(Language.PYTHON3, "sha256:0", "3.13.5");
        }

        @Override
        public void close() {}
    }
}
