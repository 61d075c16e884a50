package org.safepython.executor.policy;

import org.python.antlr.FailFastHandler;
import org.python.antlr.ParseException;
import org.python.antlr.PythonParser;
import org.python.antlr.PythonTokenSource;
import org.python.antlr.PythonTree;
import org.python.antlr.PythonTreeAdaptor;
import org.python.antlr.runtime.CommonTokenStream;
import org.python.antlr.runtime.RecognitionException;
import org.safepython.executor.settings.Language;

/**
 * Reads Python 2.7 with Jython's lexer and parser alone: no interpreter, nothing of Jython's that would start one. Its
 * facade is left out, since that decodes bytes in its own way and starts an interpreter to word a syntax error.
 */
final class Python2FrontEnd {

    private static final String FILE = "main.py";

    private Python2FrontEnd() {}

    /**
     * Says what the program says.
     *
     * @throws SyntaxRefused when it is no Python, or when it takes the parser too long to say so
     */
    static Program read(String source, int deepest, Deadline deadline) {
        Python2Text text = Python2Text.of(source);
        Python2Tokens tokens = new Python2Tokens(text, deadline);
        PythonTree module = WithoutInterpreter.parse(() -> parse(text, tokens, deadline));
        Program.Facts facts = new Program.Facts(deepest);
        new Python2Reader(text, tokens, facts, deadline).descend(module);
        return facts.program(Language.PYTHON2);
    }

    private static PythonTree parse(Python2Text text, Python2Tokens tokens, Deadline deadline) {
        FailFastHandler errors = new FailFastHandler();
        tokens.setErrorHandler(errors);
        PythonTokenSource indented = new PythonTokenSource(new CommonTokenStream(tokens), FILE);
        PythonParser parser = new PythonParser(new LookAheads(indented, text, deadline), "utf-8", false, false);
        parser.setErrorHandler(errors);
        parser.setTreeAdaptor(new PythonTreeAdaptor());
        try {
            return parser.file_input().getTree();
        } catch (ParseException broken) {
            throw refusal(broken, text);
        } catch (RecognitionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Jython words what its grammar does not match in terms of the grammar; the rest it says as CPython does. */
    private static SyntaxRefused refusal(ParseException broken, Python2Text text) {
        String message = broken.input == null ? String.valueOf(broken.getMessage()) : "invalid syntax";
        return new SyntaxRefused(message, text.at(broken.line, broken.charPositionInLine));
    }
}
