package org.safepython.executor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a program wrote to one stream: all of it, or its beginning and its end. Immutable. */
public final class CapturedOutput {
    /** The most that is kept of a stream where the two are apart. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST_CHARACTER = 4;

    private final byte[] first;
    private final byte[] last;
    private final long written;

    CapturedOutput(byte[] first, byte[] last, long written) {
        boolean gap = written > first.length + last.length;
        this.first = gap ? Arrays.copyOf(first, endOfCharacters(first)) : first.clone();
        this.last = gap ? Arrays.copyOfRange(last, startOfCharacters(last), last.length) : last.clone();
        this.written = written;
    }

    /** The text that was kept, cut between characters, with U+FFFD for bytes that are not UTF-8. */
    public String text() {
        return omitted().isPresent() ? decode(first) + decode(last) : new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The bytes that were kept. */
    public byte[] bytes() {
        byte[] kept = Arrays.copyOf(first, first.length + last.length);
        System.arraycopy(last, 0, kept, first.length, last.length);
        return kept;
    }

    /** How many bytes were kept. */
    public int kept() {
        return first.length + last.length;
    }

    /** How many bytes the program wrote. */
    public long written() {
        return written;
    }

    /** What is missing, where something is. */
    public Optional<Gap> omitted() {
        long missing = written - first.length - last.length;
        String before = decode(first);
        return missing == 0
                ? Optional.empty()
                : Optional.of(new Gap(before.codePointCount(0, before.length()), missing));
    }

    /**
     * A hole in the middle.
     *
     * @param at code points of the text before it
     * @param bytes how much is missing
     */
    public record Gap(int at, long bytes) {}

    /** Where the last whole character ends. Bytes that are no UTF-8 count as characters of their own. */
    private static int endOfCharacters(byte[] bytes) {
        for (int back = 1; back < LONGEST_CHARACTER && back <= bytes.length; back++) {
            int octet = bytes[bytes.length - back] & 0xff;
            if (!isContinuation(octet)) {
                return lengthOfCharacter(octet) > back ? bytes.length - back : bytes.length;
            }
        }
        return bytes.length;
    }

    private static int startOfCharacters(byte[] bytes) {
        int start = 0;
        while (start < Math.min(LONGEST_CHARACTER - 1, bytes.length) && isContinuation(bytes[start] & 0xff)) {
            start++;
        }
        return start;
    }

    private static boolean isContinuation(int octet) {
        return (octet & 0xc0) == 0x80;
    }

    private static int lengthOfCharacter(int lead) {
        if (lead >= 0xf0) {
            return 4;
        }
        if (lead >= 0xe0) {
            return 3;
        }
        return lead >= 0xc0 ? 2 : 1;
    }

    private static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
