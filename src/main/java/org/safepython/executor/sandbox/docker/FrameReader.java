package org.safepython.executor.sandbox.docker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.safepython.executor.sandbox.docker.Frame.Kind;

/**
 * Reads the runner's messages from the engine's multiplexed stream. Takes every byte for hostile: whatever comes, the
 * answer is a frame that PROTOCOL.md allows at that place, or {@link Frame#BROKEN} from then on, never an exception, never
 * more memory than the longest frame. For one thread.
 */
final class FrameReader {
    private final DataInputStream in;
    private Kind last = Kind.BROKEN;
    private boolean broken;

    /** Reads what the container wrote to its standard output. */
    FrameReader(InputStream stdout) {
        this.in = new DataInputStream(stdout);
    }

    Frame next() {
        try {
            Frame frame = broken ? Frame.BROKEN : read();
            broken = frame.kind() == Kind.BROKEN;
            last = frame.kind();
            return frame;
        } catch (IOException gone) {
            broken = true;
            return Frame.BROKEN;
        }
    }

    private Frame read() throws IOException {
        Kind kind = Kind.of(in.read());
        if (!follows(kind)) {
            return Frame.BROKEN;
        }
        int length = in.readInt();
        if (!kind.allows(length)) {
            return Frame.BROKEN;
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(kind, payload);
    }

    private boolean follows(Kind kind) {
        return switch (kind) {
            case READY -> last == Kind.BROKEN;
            case STARTED -> last == Kind.READY;
            case OUT, ERR, ENDED -> last == Kind.STARTED || last == Kind.OUT || last == Kind.ERR;
            case BROKEN -> false;
        };
    }
}
