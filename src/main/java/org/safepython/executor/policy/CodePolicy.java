package org.safepython.executor.policy;

/** Judges Python source under a preset. */
public final class CodePolicy {
    private CodePolicy() {}
}
