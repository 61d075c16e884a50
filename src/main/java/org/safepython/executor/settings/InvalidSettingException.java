package org.safepython.executor.settings;

import java.nio.file.Path;

/** A setting has a value that cannot be used; the message names the setting, the value and what is allowed. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;
    private final String summary;

    InvalidSettingException(String name, String value, String allowed) {
        this(
                name + "=" + value.replaceAll("\\p{Cntrl}", "?") + " is not possible: " + allowed,
                name + " has a value that is not possible: " + allowed);
    }

    /** A mistake in the file that a setting names. */
    InvalidSettingException(Path file, FileMistake mistake) {
        this(mistake.in(file), mistake.in(file.getFileName()));
    }

    private InvalidSettingException(String line, String summary) {
        super(line);
        this.line = line;
        this.summary = summary;
    }

    /** The message. */
    public String line() {
        return line;
    }

    /** The message without what is nobody's business but the operator's: values and folders. */
    public String summary() {
        return summary;
    }
}
