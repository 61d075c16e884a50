package org.safepython.executor.policy;

import java.text.Normalizer;

/** Gives names the form in which Python looks them up. */
final class Identifier {

    private Identifier() {}

    /** The NFKC form, which Python gives to every identifier and the parser does not. */
    static String normalised(String name) {
        return isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The private name {@code __x} as it is called inside a class, {@code _Class__x}; other names as they are. */
    static String mangled(String name, String owner) {
        String base = owner.replaceFirst("^_+", "");
        return isPrivate(name) && !base.isEmpty() ? '_' + base + name : name;
    }

    static boolean isPrivate(String name) {
        return name.startsWith("__") && !name.endsWith("__");
    }

    /** Whether a character can be in a name, as the tokenizers see it: they look closer later. */
    static boolean isPart(int character) {
        return character >= 0x80 || character == '_' || Character.isLetterOrDigit(character);
    }
}
