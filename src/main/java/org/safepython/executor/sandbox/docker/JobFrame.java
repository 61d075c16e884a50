package org.safepython.executor.sandbox.docker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.safepython.executor.sandbox.Program;

/** Writes the frames that go to the runner; PROTOCOL.md has their shape. */
final class JobFrame {
    private static final int HEAD = 5;

    private JobFrame() {}

    static byte[] stop() {
        return new byte[] {'K', 0, 0, 0, 0};
    }

    static byte[] of(Program program) {
        List<byte[]> args = program.encodedArgs();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream job = new DataOutputStream(bytes)) {
            job.writeByte(program.merged() ? 1 : 0);
            job.writeInt(Math.toIntExact(program.patience().toMillis()));
            string(job, program.code());
            string(job, program.stdin());
            job.writeInt(args.size());
            for (byte[] arg : args) {
                string(job, arg);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return framed(bytes.toByteArray());
    }

    private static void string(DataOutputStream job, byte[] bytes) throws IOException {
        job.writeInt(bytes.length);
        job.write(bytes);
    }

    private static byte[] framed(byte[] payload) {
        return ByteBuffer.allocate(HEAD + payload.length)
                .put((byte) 'J')
                .putInt(payload.length)
                .put(payload)
                .array();
    }
}
