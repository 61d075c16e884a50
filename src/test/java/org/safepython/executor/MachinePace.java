package org.safepython.executor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * How long this machine takes for what mostly starts processes, against the machine that the promises of time were
 * made for: two cores on which Python itself starts in 10 ms. Where a hypervisor makes each process three times as
 * dear, a promise of two seconds cannot be kept by anybody; it is stretched by as much, and never shortened.
 */
public final class MachinePace {
    private static final Duration PYTHON_THERE = Duration.ofMillis(10);
    private static final int STARTS = 9;
    private static final double FACTOR = factor();

    private MachinePace() {}

    /** What a time that was promised is on this machine. */
    public static Duration stretched(Duration promised) {
        return Duration.ofNanos((long) (promised.toNanos() * FACTOR));
    }

    private static double factor() {
        long median = LongStream.generate(MachinePace::start)
                .limit(STARTS)
                .sorted()
                .skip(STARTS / 2)
                .findFirst()
                .orElseThrow();
        return Math.max(1, (double) median / PYTHON_THERE.toNanos());
    }

    private static long start() {
        long begin = System.nanoTime();
        try {
            new ProcessBuilder("/usr/bin/python3", "-I", "-c", "pass")
                    .redirectInput(new File("/dev/null"))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        }
        return System.nanoTime() - begin;
    }
}
