package org.safepython.executor.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CharacterStreamTest {
    private final CharacterStream stream = new CharacterStream();

    @Test
    void testCharacterThatComesInTwoPartsIsOne() {
        byte[] euro = "\u20ac".getBytes(UTF_8);

        assertThat(stream.text(new byte[] {'a', euro[0], euro[1]})).isEqualTo("a");
        assertThat(stream.text(new byte[] {euro[2], 'b'})).isEqualTo("\u20acb");
        assertThat(stream.rest()).isEmpty();
    }

    @Test
    void testCharacterThatIsNeverWholeIsReplacedAtTheEnd() {
        assertThat(stream.text(new byte[] {(byte) 0xf0, (byte) 0x9f})).isEmpty();
        assertThat(stream.rest()).isEqualTo("\ufffd");
    }

    /** However bytes are cut, the parts are what the whole is. */
    @Test
    void testPartsAddUpToTheWhole() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = bytes(random);
            CharacterStream parts = new CharacterStream();
            StringBuilder text = new StringBuilder();
            int at = 0;
            while (at < bytes.length) {
                int length = Math.min(bytes.length - at, random.nextInt(4));
                text.append(parts.text(java.util.Arrays.copyOfRange(bytes, at, at + length)));
                at += length;
            }
            assertThat(text.append(parts.rest())).hasToString(new String(bytes, UTF_8));
        }
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = "a\u00e9\u20ac\ud83d\ude00".repeat(5).getBytes(UTF_8);
        for (int i = 0; i < random.nextInt(6); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
