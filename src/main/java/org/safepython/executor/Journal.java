package org.safepython.executor;

import org.safepython.executor.policy.Verdict;

/** Hears what becomes of requests, on whatever thread. Thread safe, quick; never throws. */
public interface Journal {
    /** A program was judged, or could not be. */
    void judged(Verdict verdict);

    /** A request to run has its answer. */
    void answered(String id, ExecutionRequest request, Answer answer);

    /** A client left while his request waited. */
    void left(String id, ExecutionRequest request);

    /** A request has no answer, by our own fault, which is logged elsewhere. */
    void failed(String id, ExecutionRequest request);
}
