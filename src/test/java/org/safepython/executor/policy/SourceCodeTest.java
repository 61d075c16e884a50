package org.safepython.executor.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceCodeTest {

    @Test
    void bytesStayAsTheyAre() {
        byte[] bytes = {0, -1, 'x', '\r', '\n'};
        assertThat(SourceCode.of(bytes).utf8()).containsExactly(bytes);
        assertThat(SourceCode.of(bytes).length()).isEqualTo(5);
    }

    @Test
    void textBecomesUtf8() {
        String text = "x = '\u00e9\uD83D\uDE00'\r\n";
        assertThat(SourceCode.of(text).utf8()).containsExactly(text.getBytes(UTF_8));
        assertThat(SourceCode.of("").length()).isZero();
    }

    @Test
    void halfASurrogatePairBecomesBytesThatNoDecoderTakes() {
        assertThat(SourceCode.of("a\uD83D\u00e9").utf8()).containsExactly('a', 0xED, 0xA0, 0xBD, 0xC3, 0xA9);
    }

    @Test
    void nobodyCanChangeItLater() {
        byte[] bytes = {'a'};
        SourceCode code = SourceCode.of(bytes);
        bytes[0] = 'b';
        code.utf8()[0] = 'c';
        assertThat(code.utf8()).containsExactly('a');
    }

    @Test
    void itIsAValue() {
        assertThat(SourceCode.of("a"))
                .isEqualTo(SourceCode.of(new byte[] {'a'}))
                .hasSameHashCodeAs(SourceCode.of("a"));
        assertThat(SourceCode.of("a")).isNotEqualTo(SourceCode.of("b")).hasToString("SourceCode of 1 bytes");
    }
}
