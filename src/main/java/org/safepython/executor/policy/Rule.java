package org.safepython.executor.policy;

/** One thing that a preset refuses. Stateless but for its terms. */
interface Rule {

    void judge(Program program, Findings findings);
}
