package org.safepython.executor.policy;

/** Unwinds the parser with what it says about text that is no Python. */
final class SyntaxRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    SyntaxRefused(String message, Span span) {
        super(message, null, false, false);
        this.span = span;
    }

    Span span() {
        return span;
    }
}
