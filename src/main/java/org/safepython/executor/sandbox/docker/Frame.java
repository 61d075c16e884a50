package org.safepython.executor.sandbox.docker;

import java.util.Arrays;

/**
 * One message of the runner; server-config/guest/PROTOCOL.md describes them. {@code BROKEN} stands for everything that
 * page does not allow, the end of the stream included.
 */
record Frame(Kind kind, byte[] payload) {
    static final Frame BROKEN = new Frame(Kind.BROKEN, new byte[0]);

    Frame {
        payload = payload.clone();
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    /** What a message says. */
    enum Kind {
        READY('R', 2, 64),
        STARTED('S', 0, 0),
        OUT('O', 1, 64 * 1024),
        ERR('E', 1, 64 * 1024),
        ENDED('X', 29, 29),
        BROKEN('?', 0, 0);

        private final char letter;
        private final int least;
        private final int most;

        Kind(char letter, int least, int most) {
            this.letter = letter;
            this.least = least;
            this.most = most;
        }

        static Kind of(int letter) {
            return Arrays.stream(values())
                    .filter(kind -> kind.letter == letter)
                    .findFirst()
                    .orElse(BROKEN);
        }

        boolean allows(int length) {
            return this != BROKEN && length >= least && length <= most;
        }
    }
}
