package org.safepython.executor.sandbox.docker;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Ending.Reported;
import org.safepython.executor.sandbox.Ending.Usage;

/** Reads the payload of the runner's last frame. */
final class Report {
    private Report() {}

    /** Takes 29 bytes apart; a wait status that wait(2) never gives is a malformed report. */
    static Ending read(byte[] payload) {
        ByteBuffer report = ByteBuffer.wrap(payload);
        int status = report.getInt();
        Usage usage = new Usage(known(report.getLong()), known(report.getLong()), known(report.getLong()));
        boolean killedForMemory = report.get() == 1;
        int signal = status & 0x7f;
        if ((status & ~0xffff) != 0 || signal == 0x7f || (signal != 0 && status >> 8 != 0)) {
            return new Ending.Vanished(false);
        }
        return new Reported(status >> 8, signal, killedForMemory, usage);
    }

    private static OptionalLong known(long figure) {
        return figure < 0 ? OptionalLong.empty() : OptionalLong.of(figure);
    }
}
