package org.safepython.executor.sandbox.docker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the engine's stream apart: reading gives what the container wrote to its standard output. What it wrote to its
 * standard error (only a failing runner does) is kept for the log, its first bytes. For one thread.
 */
final class StdoutOfContainer extends InputStream {
    private static final int STDOUT = 1;
    private static final int COMPLAINT_LIMIT = 512;

    private final DataInputStream in;
    private final StringBuilder complaint = new StringBuilder();
    private long left;

    StdoutOfContainer(InputStream in) {
        this.in = new DataInputStream(in);
    }

    String complaint() {
        return complaint.toString();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (left == 0) {
            int stream = in.read();
            if (stream < 0) {
                return -1;
            }
            in.skipNBytes(3);
            long size = Integer.toUnsignedLong(in.readInt());
            if (stream == STDOUT) {
                left = size;
            } else {
                keepComplaint(size);
            }
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the engine's stream breaks off");
        }
        left -= count;
        return count;
    }

    private void keepComplaint(long size) throws IOException {
        int wanted = (int) Math.min(size, COMPLAINT_LIMIT - complaint.length());
        complaint.append(new String(in.readNBytes(wanted), StandardCharsets.ISO_8859_1));
        in.skipNBytes(size - wanted);
    }
}
