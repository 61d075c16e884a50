package org.safepython.executor.sandbox;

import org.jspecify.annotations.Nullable;

/** No cell can be had now. The message is for the operator, the state for clients. */
public final class SandboxUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient GuestState state;

    public SandboxUnavailableException(GuestState state, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.state = state;
    }

    /** What keeps a cell from being had. */
    public GuestState state() {
        return state;
    }
}
