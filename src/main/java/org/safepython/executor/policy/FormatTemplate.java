package org.safepython.executor.policy;

/** Reads the template of {@code str.format} as CPython does. What CPython would not format is not plain. */
final class FormatTemplate {

    /** A field, and a field in its format specification; CPython goes no deeper. */
    private static final int DEEPEST = 2;

    private final String text;
    private int at;

    private FormatTemplate(String text) {
        this.text = text;
    }

    /** Whether the template is well formed and no field, nested or not, has a "." or a "[" in its name. */
    static boolean isPlain(String template) {
        return isPlain(template, DEEPEST);
    }

    private static boolean isPlain(String template, int levels) {
        return levels > 0 ? new FormatTemplate(template).fieldsArePlain(levels) : template.indexOf('{') < 0;
    }

    private boolean fieldsArePlain(int levels) {
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '{' && next != '}') {
                continue;
            }
            if (at < text.length() && text.charAt(at) == next) {
                at++;
            } else if (next == '}' || !fieldIsPlain(levels)) {
                return false;
            }
        }
        return true;
    }

    /** One field, from behind its opening brace to behind its closing one. */
    private boolean fieldIsPlain(int levels) {
        int end = endOfName();
        if (end == text.length()) {
            return false;
        }
        at = end + 1;
        return switch (text.charAt(end)) {
            case '}' -> true;
            case ':' -> specificationIsPlain(levels);
            case '!' -> conversionIsPlain(levels);
            default -> false;
        };
    }

    /** The first character that does not belong to a plain name. */
    private int endOfName() {
        int end = at;
        while (end < text.length() && "}:!.[{".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private boolean conversionIsPlain(int levels) {
        int end = at + 1;
        if (end >= text.length()) {
            return false;
        }
        at = end + 1;
        char behind = text.charAt(end);
        return behind == '}' || (behind == ':' && specificationIsPlain(levels));
    }

    /** From behind the colon to the brace that closes the field; what is between is a template itself. */
    private boolean specificationIsPlain(int levels) {
        int begin = at;
        int open = 1;
        while (at < text.length()) {
            char next = text.charAt(at++);
            open += next == '{' ? 1 : next == '}' ? -1 : 0;
            if (open == 0) {
                return isPlain(text.substring(begin, at - 1), levels - 1);
            }
        }
        return false;
    }
}
