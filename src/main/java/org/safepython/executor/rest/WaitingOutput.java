package org.safepython.executor.rest;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Bytes that wait for their reader, within a bound. One thread puts them in, another takes them out. */
final class WaitingOutput {
    private static final int MOST_BYTES = 256 * 1024;

    /** A reader who takes nothing for so long, where there is no room, is as good as gone. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ended;
    private boolean abandoned;

    /** Adds bytes, as soon as there is room; false where nobody takes them. */
    boolean put(byte[] more) {
        lock.lock();
        try {
            long left = PATIENCE_NANOS;
            while (isFullFor(more) && left > 0) {
                left = changed.awaitNanos(left);
            }
            abandoned = abandoned || isFullFor(more);
            if (!abandoned) {
                bytes.writeBytes(more);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            abandoned = true;
        } finally {
            changed.signalAll();
            lock.unlock();
        }
        return !abandoned;
    }

    private boolean isFullFor(byte[] more) {
        return !abandoned && bytes.size() > 0 && bytes.size() + more.length > MOST_BYTES;
    }

    /** Takes all that waits; nothing where nothing comes for so long, or ever again. */
    byte[] take(int millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (bytes.size() == 0 && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            byte[] all = bytes.toByteArray();
            bytes.reset();
            changed.signalAll();
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Says that no more is put in. */
    void end() {
        set(() -> ended = true);
    }

    /** Says that no more is taken out. */
    void abandon() {
        set(() -> abandoned = true);
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing waits and no more comes. */
    boolean isOver() {
        lock.lock();
        try {
            return ended && bytes.size() == 0;
        } finally {
            lock.unlock();
        }
    }
}
