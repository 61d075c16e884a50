package org.safepython.executor.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a request means this server: a page of a stranger can make its own name lead to 127.0.0.1, but not say
 * another name. Immutable.
 */
final class HostNames {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int HTTP_PORT = 80;

    private final Set<String> configured;

    HostNames(List<String> configured) {
        this.configured = Set.copyOf(
                configured.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    boolean isOurs(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        return hosts.size() == 1
                && isOurs(hosts.get(0), request)
                && isOurs(request.getServerName() + ":" + request.getServerPort(), request);
    }

    /** Whether the request asks for this machine as itself, by no name that others could use. */
    boolean isLoopbackName(HttpServletRequest request) {
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        return (LOOPBACK.contains(name) || name.equals(request.getLocalAddr()))
                && !isConfigured(request.getHeader("Host"));
    }

    /** Whether a page of the given origin is one of ours. */
    boolean isOurOrigin(String origin, HttpServletRequest request) {
        String host = origin.replaceFirst("^https?://", "");
        boolean secure = origin.startsWith("https://");
        // A proxy in front may speak TLS for a name that the operator has set; nothing does for the loopback address.
        return !host.equals(origin) && (secure ? isConfigured(host) : isOurs(host, request));
    }

    /** An address cannot be made to lead elsewhere, as a name can: the one that the request came to is ours. */
    private boolean isOurs(String host, HttpServletRequest request) {
        String name = host.toLowerCase(Locale.ROOT);
        int colon = name.lastIndexOf(':');
        boolean hasPort = colon > name.lastIndexOf(']');
        String bare = hasPort ? name.substring(0, colon) : name;
        String named = hasPort ? name.substring(colon + 1) : Integer.toString(HTTP_PORT);
        return isConfigured(name)
                || ((LOOPBACK.contains(bare) || bare.equals(request.getLocalAddr()))
                        && named.equals(Integer.toString(request.getLocalPort())));
    }

    /** Whether the operator has set this name, with this port or without any. */
    private boolean isConfigured(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return configured.contains(name) || configured.contains(name.replaceFirst(":\\d+$", ""));
    }
}
