package org.safepython.executor;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Keeps the beginning and the end of a stream, in bounded memory. For one thread. */
final class StreamCapture {
    private static final int FIRST_BYTES = 48 * 1024;
    private static final int LAST_BYTES = CapturedOutput.MOST_BYTES - FIRST_BYTES;

    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private final int firstBytes;
    private final byte[] ring;
    private long total;

    private StreamCapture(int firstBytes, int lastBytes) {
        this.firstBytes = firstBytes;
        this.ring = new byte[lastBytes];
    }

    /** Keeps the first 48 KiB and the last 16 KiB. */
    static StreamCapture ends() {
        return new StreamCapture(FIRST_BYTES, LAST_BYTES);
    }

    /** Keeps everything up to a limit. */
    static StreamCapture whole(long limit) {
        return new StreamCapture(Math.toIntExact(limit), 0);
    }

    void add(byte[] bytes) {
        int toFirst = Math.min(bytes.length, firstBytes - first.size());
        first.write(bytes, 0, toFirst);
        int from = Math.max(toFirst, bytes.length - ring.length);
        while (from < bytes.length) {
            int at = (int) ((total + from - firstBytes) % ring.length);
            int count = Math.min(bytes.length - from, ring.length - at);
            System.arraycopy(bytes, from, ring, at, count);
            from += count;
        }
        total += bytes.length;
    }

    CapturedOutput output() {
        return new CapturedOutput(first.toByteArray(), last(), total);
    }

    private byte[] last() {
        long beyond = total - first.size();
        if (beyond <= ring.length) {
            return Arrays.copyOf(ring, (int) beyond);
        }
        byte[] last = new byte[ring.length];
        if (ring.length > 0) {
            int oldest = (int) (beyond % ring.length);
            System.arraycopy(ring, oldest, last, 0, ring.length - oldest);
            System.arraycopy(ring, 0, last, ring.length - oldest, oldest);
        }
        return last;
    }
}
