package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import java.util.IllegalFormatException;

/** Answers the parser: errors end the reading, warnings are ignored, and the deadline is looked at. */
final class ParserEvents implements ParserCallbacks {

    private final Deadline deadline;

    ParserEvents(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void safePointPoll() {
        deadline.check();
    }

    @Override
    public RuntimeException reportIncompleteSource(int line) {
        throw new SyntaxRefused("unexpected EOF while parsing", Span.of(Math.max(line, 1), 1, 0));
    }

    @Override
    public RuntimeException onError(ErrorType type, SourceRange range, String message) {
        throw new SyntaxRefused(message, span(range));
    }

    /** The parser also sends finished messages this way, and these may contain a percent sign. */
    @Override
    public RuntimeException onError(ErrorType type, SourceRange range, String message, Object... arguments) {
        if (arguments.length == 0) {
            throw onError(type, range, message);
        }
        try {
            throw ParserCallbacks.super.onError(type, range, message, arguments);
        } catch (IllegalFormatException finished) {
            throw onError(type, range, message);
        }
    }

    @Override
    public void onWarning(WarningType type, SourceRange range, String message) {}

    @Override
    public void onWarning(WarningType type, SourceRange range, String message, Object... arguments) {}

    /** The parser counts columns from 0, in code points, and writes -1 where it does not know. */
    static Span span(SourceRange range) {
        int line = Math.max(range.startLine, 1);
        int column = Math.max(range.startColumn, 0) + 1;
        boolean endKnown = range.endColumn >= 0
                && (range.endLine > line || (range.endLine == line && range.endColumn + 1 >= column));
        return endKnown ? new Span(line, column, range.endLine, range.endColumn + 1) : Span.of(line, column, 0);
    }
}
