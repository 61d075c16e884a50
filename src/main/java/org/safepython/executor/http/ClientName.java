package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletRequest;

/** Tells clients apart, so that each has its own share: by the address of the peer. */
public final class ClientName {
    private ClientName() {}

    /** The name of whoever sent the request. */
    public static String of(HttpServletRequest request) {
        return request.getRemoteAddr();
    }
}
