package org.safepython.executor.policy;

import org.python.antlr.runtime.ANTLRStringStream;

/**
 * The characters for Jython's lexer, which goes back to the beginning of a token and forth again at each of its
 * characters: so a jump takes no longer when it is long. The deadline is looked at.
 */
final class Python2Characters extends ANTLRStringStream {

    private static final int LOOKS_BETWEEN_CHECKS = 4096;

    private final Python2Text text;
    private final Deadline deadline;
    private int looks;

    Python2Characters(Python2Text text, Deadline deadline) {
        super(text.characters(), text.length());
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public int LA(int ahead) {
        if (++looks % LOOKS_BETWEEN_CHECKS == 0) {
            deadline.check();
        }
        return super.LA(ahead);
    }

    @Override
    public void seek(int index) {
        p = index;
        line = text.line(index);
        charPositionInLine = text.column(index) - 1;
    }
}
