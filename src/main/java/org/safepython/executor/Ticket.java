package org.safepython.executor;

import org.safepython.executor.sandbox.ProgramEvents;

/**
 * What a request takes with it to its turn. Immutable.
 *
 * @param received when the request came in, nanoseconds by the service's clock
 * @param judged when its verdict was there
 */
record Ticket(Execution execution, ExecutionRequest request, ProgramEvents listener, long received, long judged) {}
