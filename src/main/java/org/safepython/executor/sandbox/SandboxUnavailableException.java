package org.safepython.executor.sandbox;

/** No cell can be had now. The message is for the operator, not for clients. */
public final class SandboxUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public SandboxUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
