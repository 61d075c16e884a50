package org.safepython.executor.policy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.safepython.executor.settings.Language;

/**
 * The {@code source} rule: refuses text that Python could read otherwise than the parser, that people could read
 * otherwise than Python, or that is costly to read at all.
 */
final class SourceCheck {

    private SourceCheck() {}

    /** The text, if nothing is wrong with it. */
    static Optional<String> read(
            SourceCode code, Language language, int mostBytes, Findings findings, Deadline deadline) {
        byte[] bytes = code.utf8();
        if (bytes.length > mostBytes) {
            String fits = new String(bytes, 0, mostBytes, StandardCharsets.UTF_8);
            findings.add(
                    RuleName.SOURCE,
                    "a program larger than " + mostBytes + " bytes cannot run",
                    Cursor.behind(fits).next());
            return Optional.empty();
        }
        Optional<String> text = decode(bytes, findings);
        text.ifPresent(decoded -> {
            Characters.judge(decoded, findings);
            CodingCookie.judge(decoded, findings);
            if (language == Language.PYTHON3) {
                LongNumbers.judge(decoded, findings, deadline);
            }
        });
        return findings.isEmpty() ? text : Optional.empty();
    }

    private static Optional<String> decode(byte[] bytes, Findings findings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            findings.add(
                    RuleName.SOURCE,
                    "text that is not UTF-8 cannot be used",
                    Cursor.behind(text).next());
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
