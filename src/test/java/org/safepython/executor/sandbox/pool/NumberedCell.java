package org.safepython.executor.sandbox.pool;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Guest;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Language;

/** A cell that runs nothing; its number, counted from 1 in the order of making, stands for its image. */
final class NumberedCell implements WarmCell {
    private final Maker maker;
    private final String number;

    private NumberedCell(Maker maker, String number) {
        this.maker = maker;
        this.number = number;
    }

    @Override
    public boolean isFit() {
        return !maker.spoiled.contains(number);
    }

    @Override
    public Ending run(Program program, ProgramEvents events) {
        maker.runs.merge(number, 1, Integer::sum);
        return maker.ending;
    }

    @Override
    public void stop() {}

    @Override
    public void kill() {}

    @Override
    public boolean isLogged() {
        return false;
    }

    @Override
    public Guest guest() {
        return new Guest(Language.PYTHON3, number, "3.13.5");
    }

    @Override
    public void close() {
        maker.alive.remove(number);
        if (maker.stubborn.remove(number)) {
            throw new IllegalStateException("a fault of our own");
        }
    }

    /** Makes them, unless it is told to stop or to fail, and knows what became of them. */
    static final class Maker implements CellMaker {
        private final Set<String> alive = ConcurrentHashMap.newKeySet();
        private final Set<String> stubborn = ConcurrentHashMap.newKeySet();
        private final Set<String> spoiled = ConcurrentHashMap.newKeySet();
        private final Map<String, Integer> runs = new ConcurrentSkipListMap<>();
        private final AtomicInteger made = new AtomicInteger();
        private final AtomicInteger making = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile Ending ending = new Ending.Reported(0, 0, Ending.Remark.NONE, Ending.Usage.UNKNOWN);
        private volatile @Nullable Exception failure;
        private boolean stopped;

        @Override
        public WarmCell make(Language language) throws SandboxUnavailableException {
            making.incrementAndGet();
            awaitGo();
            making.decrementAndGet();
            Exception wrong = failure;
            if (wrong != null) {
                failures.incrementAndGet();
                if (wrong instanceof SandboxUnavailableException unavailable) {
                    throw unavailable;
                }
                throw (RuntimeException) wrong;
            }
            String number = Integer.toString(made.incrementAndGet());
            alive.add(number);
            return new NumberedCell(this, number);
        }

        private synchronized void awaitGo() {
            try {
                while (stopped) {
                    wait();
                }
            } catch (InterruptedException unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }

        /** From now on nothing gets ready. */
        synchronized void stop() {
            stopped = true;
        }

        synchronized void go() {
            stopped = false;
            notifyAll();
        }

        void failWith(@Nullable Exception wrong) {
            failure = wrong;
        }

        void endWith(Ending other) {
            ending = other;
        }

        void failToClose(String number) {
            stubborn.add(number);
        }

        void spoil(String number) {
            spoiled.add(number);
        }

        int made() {
            return made.get();
        }

        int making() {
            return making.get();
        }

        int failures() {
            return failures.get();
        }

        Set<String> alive() {
            return Set.copyOf(alive);
        }

        Collection<Integer> runs() {
            return runs.values();
        }
    }
}
