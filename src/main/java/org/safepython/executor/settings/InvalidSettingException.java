package org.safepython.executor.settings;

/** A setting has a value that cannot be used; the message names the setting, the value and what is allowed. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;

    InvalidSettingException(String name, String value, String allowed) {
        this(name + "=" + value.replaceAll("\\p{Cntrl}", "?") + " is not possible: " + allowed);
    }

    private InvalidSettingException(String line) {
        super(line);
        this.line = line;
    }

    /** The message. */
    public String line() {
        return line;
    }
}
