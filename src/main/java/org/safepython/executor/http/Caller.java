package org.safepython.executor.http;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.safepython.executor.Client;
import org.safepython.executor.settings.Key;
import org.safepython.executor.settings.Scope;

/**
 * Who sends a request. Immutable.
 *
 * @param client whose share it uses
 * @param key the key that it shows, where that is good
 * @param trusted whether it needs none
 * @param place where it sends from: one name for the machine itself, others for strangers
 */
public record Caller(Client client, Optional<Key> key, boolean trusted, String place) {
    private static final String NAME = Caller.class.getName();

    /** Whoever sent the request. */
    public static Caller of(ServletRequest request) {
        return (Caller) request.getAttribute(NAME);
    }

    void note(ServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** The name of the key that it shows; empty where there is none. */
    public String keyName() {
        return key.map(Key::name).orElse("");
    }

    /** Whether it may do what a scope is for; a key that is shown counts, also where none is needed. */
    public boolean may(Scope scope) {
        return key.map(shown -> shown.scopes().contains(scope)).orElse(trusted);
    }
}
