package org.safepython.executor.settings;

/** A setting has a value that cannot be used; the message names the setting, the value and what is allowed. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingException(String name, String value, String allowed) {
        super(name + "=" + value + " is not possible: " + allowed);
    }
}
