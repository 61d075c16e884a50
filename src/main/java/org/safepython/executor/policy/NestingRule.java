package org.safepython.executor.policy;

import org.safepython.executor.settings.Terms;

/** Refuses what is nested deeper than front ends read under these terms. */
record NestingRule(Terms terms) implements Rule {

    @Override
    public void judge(Program program, Findings findings) {
        program.tooDeep().forEach(span -> findings.add(RuleName.NESTING, message(terms), span));
    }

    static String message(Terms terms) {
        return "the program is nested deeper than " + terms.nesting() + " levels and cannot run";
    }
}
