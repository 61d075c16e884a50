package org.safepython.executor.policy;

/** Refuses characters that hide, end or turn around what people or Python read. */
final class Characters {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Characters() {}

    static void judge(String text, Findings findings) {
        Cursor cursor = new Cursor();
        text.codePoints().forEach(character -> {
            if (isControl(character)) {
                refuse("the control character", character, cursor, findings);
            } else if (character == BYTE_ORDER_MARK) {
                refuse("the byte order mark", character, cursor, findings);
            } else if (isBidirectionalControl(character)) {
                refuse("the bidirectional control", character, cursor, findings);
            }
            cursor.pass(character);
        });
    }

    private static void refuse(String kind, int character, Cursor cursor, Findings findings) {
        findings.add(RuleName.SOURCE, String.format("%s U+%04X cannot be used", kind, character), cursor.next());
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && "\t\n\f\r".indexOf(character) < 0;
    }

    /** Unicode's property Bidi_Control. */
    private static boolean isBidirectionalControl(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
