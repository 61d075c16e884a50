package org.safepython.executor.policy;

/** One thing that a preset refuses. Stateless. */
interface Rule {

    void judge(Program program, Findings findings);
}
