package org.safepython.executor.sandbox.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.docker.Frame.Kind;

class FrameReaderTest {
    private static final int CHUNK = 64 * 1024;

    private static FrameReader reader(byte[] engineStream) {
        return new FrameReader(new StdoutOfContainer(new ByteArrayInputStream(engineStream)));
    }

    private static List<Frame> readAll(byte[] engineStream) {
        FrameReader reader = reader(engineStream);
        List<Frame> frames = new ArrayList<>();
        while (true) {
            Frame frame = reader.next();
            frames.add(frame);
            if (frame.kind() == Kind.BROKEN) {
                return frames;
            }
        }
    }

    private static byte[] frame(char kind, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(kind);
        out.writeInt(payload.length);
        out.write(payload);
        return bytes.toByteArray();
    }

    /** Puts bytes into the engine's stream, in pieces as an engine may cut them. */
    private static byte[] multiplexed(byte[] stdout, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        int at = 0;
        while (at < stdout.length) {
            int count = Math.min(stdout.length - at, 1 + random.nextInt(32 * 1024));
            out.write(new byte[] {1, 0, 0, 0});
            out.writeInt(count);
            out.write(stdout, at, count);
            at += count;
        }
        return bytes.toByteArray();
    }

    private static byte[] conversation(Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(frame('R', "\u00013.13.5".getBytes(US_ASCII)));
        bytes.write(frame('S', new byte[0]));
        for (int i = random.nextInt(6); i > 0; i--) {
            byte[] output = new byte[1 + random.nextInt(3000)];
            random.nextBytes(output);
            bytes.write(frame(random.nextBoolean() ? 'O' : 'E', output));
        }
        bytes.write(frame('X', new byte[29]));
        return bytes.toByteArray();
    }

    @Test
    void testConversationArrivesWhole() throws IOException {
        Random random = new Random(3);
        byte[] output = new byte[CHUNK];
        random.nextBytes(output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(frame('R', new byte[] {1, '3'}));
        bytes.write(frame('S', new byte[0]));
        bytes.write(frame('O', output));
        bytes.write(frame('E', new byte[] {7}));
        bytes.write(frame('X', new byte[29]));

        List<Frame> frames = readAll(multiplexed(bytes.toByteArray(), random));

        assertThat(frames)
                .extracting(Frame::kind)
                .containsExactly(Kind.READY, Kind.STARTED, Kind.OUT, Kind.ERR, Kind.ENDED, Kind.BROKEN);
        assertThat(frames.get(2).payload()).isEqualTo(output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"S", "O", "X", "RR", "RO", "RX", "RSS", "RSR", "RSXO", "RSXX", "RSOR", "?", "J", "K", "RSOXS"})
    void testFramesOutOfOrderAreBroken(String kinds) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < kinds.length(); i++) {
            char kind = kinds.charAt(i);
            bytes.write(frame(kind, new byte[kind == 'X' ? 29 : kind == 'S' ? 0 : 2]));
        }

        List<Frame> frames = readAll(multiplexed(bytes.toByteArray(), new Random(1)));

        assertThat(frames).hasSize(kinds.length());
    }

    @Test
    void testLengthBeyondTheLimitIsNeverAllocated() throws IOException {
        for (int length : new int[] {CHUNK + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(frame('R', new byte[] {1, '3'}));
            bytes.write(frame('S', new byte[0]));
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte('O');
            out.writeInt(length);

            assertThat(readAll(multiplexed(bytes.toByteArray(), new Random(1)))).hasSize(3);
        }
    }

    @Test
    void testTwentyThousandMutatedStreamsEndInAFrameNeverInAnException() throws IOException {
        Random random = new Random(20_000);
        for (int round = 0; round < 20_000; round++) {
            byte[] stream = mutated(multiplexed(conversation(random), random), random);

            List<Frame> frames = readAll(stream);

            int kept = 0;
            for (Frame frame : frames) {
                assertThat(frame.payload().length).isLessThanOrEqualTo(CHUNK);
                kept += frame.payload().length;
                if (frame.kind() == Kind.ENDED) {
                    assertThat(Report.read(frame.payload()))
                            .isInstanceOfAny(Ending.Reported.class, Ending.Vanished.class);
                }
            }
            assertThat(kept).isLessThanOrEqualTo(stream.length);
        }
    }

    private static byte[] mutated(byte[] stream, Random random) {
        byte[] mutant =
                random.nextInt(4) == 0 ? Arrays.copyOf(stream, random.nextInt(stream.length + 1)) : stream.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && mutant.length > 0; i--) {
            mutant[random.nextInt(Math.min(mutant.length, 64))] = (byte) random.nextInt();
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return mutant;
    }

    @Test
    void testComplaintOfTheRunnerIsKeptAndBounded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {2, 0, 0, 0});
        out.writeInt(2000);
        out.write("x".repeat(2000).getBytes(US_ASCII));
        StdoutOfContainer stdout = new StdoutOfContainer(new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(stdout.read()).isEqualTo(-1);
        assertThat(stdout.complaint()).isEqualTo("x".repeat(512));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10000, 0x7f, 0xff7f, -1, 0x0109, 0x137f})
    void testStatusThatWaitNeverGivesIsNoReport(int status) {
        byte[] payload = ByteBuffer.allocate(29).putInt(status).array();

        assertThat(Report.read(payload)).isEqualTo(new Ending.Vanished(false));
    }

    @Test
    void testFiguresThatTheKernelDoesNotTellAreEmpty() {
        byte[] payload = ByteBuffer.allocate(29)
                .putInt(3 << 8)
                .putLong(-1)
                .putLong(-1)
                .putLong(-1)
                .array();

        assertThat(Report.read(payload)).isEqualTo(new Ending.Reported(3, 0, Ending.Remark.NONE, Ending.Usage.UNKNOWN));
    }
}
