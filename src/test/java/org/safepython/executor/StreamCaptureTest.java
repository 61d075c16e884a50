package org.safepython.executor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamCaptureTest {
    private static final int FIRST = 48 * 1024;
    private static final int KEPT = 64 * 1024;

    private static CapturedOutput capture(byte[] written, int chunk) {
        StreamCapture capture = StreamCapture.ends();
        for (int at = 0; at < written.length; at += chunk) {
            capture.add(Arrays.copyOfRange(written, at, Math.min(written.length, at + chunk)));
        }
        return capture.output();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, FIRST - 1, FIRST, FIRST + 1, KEPT - 1, KEPT})
    void testUpToSixtyFourKibibytesNothingIsMissing(int length) {
        byte[] written = letters(length);

        CapturedOutput output = capture(written, 1000);

        assertThat(output.bytes()).isEqualTo(written);
        assertThat(output.written()).isEqualTo(length);
        assertThat(output.omitted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 16 * 1024, 16 * 1024 + 1, FIRST, KEPT, 200_000})
    void testBeyondThatBeginningAndEndAreKeptHoweverItWasWritten(int chunk) {
        byte[] written = letters(150_001);

        CapturedOutput output = capture(written, chunk);

        String text = new String(written, UTF_8);
        assertThat(output.text()).isEqualTo(text.substring(0, FIRST) + text.substring(150_001 - 16 * 1024));
        assertThat(output.omitted()).contains(new CapturedOutput.Gap(FIRST, 150_001 - KEPT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "€", "🐍", "a🐍", "aa🐍", "aaa🐍", "a€", "aa€"})
    void testCharactersAreNeverCut(String unit) {
        String text = unit.repeat(200_000 / unit.getBytes(UTF_8).length);
        byte[] written = text.getBytes(UTF_8);

        CapturedOutput output = capture(written, 4096);

        CapturedOutput.Gap gap = output.omitted().orElseThrow();
        assertThat(output.text()).doesNotContain("\uFFFD");
        int before = output.text().offsetByCodePoints(0, gap.at());
        assertThat(text).startsWith(output.text().substring(0, before));
        assertThat(text).endsWith(output.text().substring(before));
        assertThat(output.text().getBytes(UTF_8).length + gap.bytes()).isEqualTo(written.length);
    }

    @Test
    void testBytesThatAreNoUtf8AreCountedAndShownAsReplacement() {
        byte[] written = {'a', (byte) 0xff, (byte) 0xc3, 'b', (byte) 0x80};

        CapturedOutput output = capture(written, 2);

        assertThat(output.text()).isEqualTo("a\uFFFD\uFFFDb\uFFFD");
        assertThat(output.written()).isEqualTo(5);
    }

    @Test
    void testRandomBytesNeverBreakTheAccount() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] written = new byte[60_000 + random.nextInt(120_000)];
            random.nextBytes(written);

            CapturedOutput output = capture(written, 1 + random.nextInt(70_000));

            long missing = output.omitted().map(CapturedOutput.Gap::bytes).orElse(0L);
            assertThat(output.bytes().length + missing).isEqualTo(written.length);
            assertThat(output.omitted().isPresent()).isEqualTo(written.length > KEPT);
        }
    }

    @Test
    void testWholeKeepsEverythingToItsLimit() {
        StreamCapture capture = StreamCapture.whole(100_000);
        capture.add(letters(99_999));
        capture.add(letters(10));

        assertThat(capture.output().bytes()).hasSize(100_000);
        assertThat(capture.output().written()).isEqualTo(100_009);
    }

    private static byte[] letters(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + i * 31 % 26);
        }
        return bytes;
    }
}
