package org.safepython.executor.policy;

import org.python.antlr.runtime.CommonTokenStream;
import org.python.antlr.runtime.Token;
import org.python.antlr.runtime.TokenSource;

/**
 * Tokens for Jython's parser, which looks ahead a number of times that doubles with each level of some nestings: so it
 * may look only so often for each character. Ordinary programs need 9 looks, 41 at the most.
 */
final class LookAheads extends CommonTokenStream {

    private static final int FOR_EACH_CHARACTER = 300;
    private static final int FOR_EACH_PROGRAM = 10_000;
    private static final int LOOKS_BETWEEN_CHECKS = 1024;

    private final Python2Text text;
    private final Deadline deadline;
    private final int most;
    private int looks;

    LookAheads(TokenSource tokens, Python2Text text, Deadline deadline) {
        super(tokens);
        this.text = text;
        this.deadline = deadline;
        this.most = FOR_EACH_PROGRAM + FOR_EACH_CHARACTER * text.length();
    }

    /** Every look ends here. */
    @Override
    public Token LT(int ahead) {
        if (++looks % LOOKS_BETWEEN_CHECKS == 0) {
            deadline.check();
        }
        Token token = super.LT(ahead);
        if (looks > most) {
            throw new SyntaxRefused(
                    "conditional expressions or comprehensions are nested too deeply here",
                    text.at(token.getLine(), token.getCharPositionInLine()));
        }
        return token;
    }
}
