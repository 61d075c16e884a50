package org.safepython.executor.sandbox.docker;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Ending.Reported;
import org.safepython.executor.sandbox.Ending.Usage;

/** Reads the payload of the runner's last frame. */
final class Report {
    private static final Ending.Remark[] REMARKS = Ending.Remark.values();

    private Report() {}

    /** Takes 29 bytes apart; what wait(2) or the runner never says is a malformed report. */
    static Ending read(byte[] payload) {
        ByteBuffer report = ByteBuffer.wrap(payload);
        int status = report.getInt();
        Usage usage = new Usage(known(report.getLong()), known(report.getLong()), known(report.getLong()));
        int remark = report.get();
        int signal = status & 0x7f;
        if ((status & ~0xffff) != 0
                || signal == 0x7f
                || (signal != 0 && status >> 8 != 0)
                || remark < 0
                || remark >= REMARKS.length) {
            return new Ending.Vanished(false);
        }
        return new Reported(status >> 8, signal, REMARKS[remark], usage);
    }

    private static OptionalLong known(long figure) {
        return figure < 0 ? OptionalLong.empty() : OptionalLong.of(figure);
    }
}
