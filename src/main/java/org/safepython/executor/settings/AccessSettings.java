package org.safepython.executor.settings;

import java.util.Optional;

/**
 * Who may ask, and how much. Immutable.
 *
 * @param keys the API keys as they were when the server started
 * @param keysRequired whether requests on the machine itself need a key, too
 * @param keyRate requests a minute with one key that has no limit of its own
 * @param addressRate requests a minute from one address without a key
 * @param clientRuns programs of one client that run at once
 */
public record AccessSettings(
        Optional<KeyFile> keys, boolean keysRequired, int keyRate, int addressRate, int clientRuns) {}
