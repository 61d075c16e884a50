package org.safepython.executor;

import org.safepython.executor.sandbox.ProgramEvents;

/**
 * What a request takes with it to its turn. Immutable.
 *
 * @param received when the request came in, nanoseconds by the service's clock
 * @param judged when its verdict was there
 * @param isOwn whether the program is our own, for which there is no gate
 */
record Ticket(
        Execution execution,
        ExecutionRequest request,
        ProgramEvents listener,
        long received,
        long judged,
        boolean isOwn) {}
