package org.safepython.executor.policy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A program as bytes: exactly those that are judged and, if accepted, run. Nothing is checked here. */
public final class SourceCode {

    private final byte[] utf8;

    private SourceCode(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** The program with these bytes, whatever they are. */
    public static SourceCode of(byte[] utf8) {
        return new SourceCode(utf8.clone());
    }

    /**
     * The program with this text. Half a surrogate pair becomes the three bytes that UTF-8 forbids, so that it is
     * refused later on and never silently replaced.
     */
    public static SourceCode of(String text) {
        boolean whole = text.codePoints().noneMatch(SourceCode::isSurrogate);
        return new SourceCode(whole ? text.getBytes(StandardCharsets.UTF_8) : encodeWithSurrogates(text));
    }

    private static byte[] encodeWithSurrogates(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(character -> {
            if (isSurrogate(character)) {
                bytes.write(0xE0 | (character >> 12));
                bytes.write(0x80 | ((character >> 6) & 0x3F));
                bytes.write(0x80 | (character & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** A copy of the bytes. */
    public byte[] utf8() {
        return utf8.clone();
    }

    /** The number of bytes. */
    public int length() {
        return utf8.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceCode code && Arrays.equals(utf8, code.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    /** The length only: programs do not belong into logs. */
    @Override
    public String toString() {
        return "SourceCode of " + utf8.length + " bytes";
    }
}
