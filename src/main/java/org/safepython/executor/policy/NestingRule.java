package org.safepython.executor.policy;

/** Refuses what is nested too deeply to be read. */
final class NestingRule implements Rule {

    /** How many nodes deep a tree may be; front ends read no further. */
    static final int DEEPEST = 200;

    static final String MESSAGE = "the program is nested deeper than " + DEEPEST + " levels and cannot run";

    @Override
    public void judge(Program program, Findings findings) {
        program.tooDeep().forEach(span -> findings.add(RuleName.NESTING, MESSAGE, span));
    }
}
