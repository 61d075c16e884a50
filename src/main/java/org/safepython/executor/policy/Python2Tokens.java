package org.safepython.executor.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.python.antlr.PythonLexer;
import org.python.antlr.runtime.CommonToken;
import org.python.antlr.runtime.Token;

/**
 * The tokens of a Python 2 program, with empty literals: what Jython would make of a literal can take quadratic time,
 * and its errors start an interpreter. The texts of string literals are kept here.
 */
final class Python2Tokens extends PythonLexer {

    /** What stands in the place of a literal. */
    private static final Map<Integer, String> EMPTY = Map.of(
            PythonLexer.STRING, "''",
            PythonLexer.INT, "0",
            PythonLexer.LONGINT, "0L",
            PythonLexer.FLOAT, "0.0",
            PythonLexer.COMPLEX, "0j");

    private final Python2Text text;
    private final Map<Integer, List<String>> strings = new HashMap<>();
    private List<String> neighbours = List.of();

    Python2Tokens(Python2Text text, Deadline deadline) {
        super(new Python2Characters(text, deadline));
        this.text = text;
    }

    /** The literals that make one string, each as it is written, by where the first begins. */
    List<String> stringAt(int begin) {
        return strings.getOrDefault(begin, List.of());
    }

    @Override
    public Token nextToken() {
        CommonToken token = (CommonToken) super.nextToken();
        if (token.getChannel() == Token.DEFAULT_CHANNEL) {
            if (token.getType() == PythonLexer.STRING) {
                keep(token);
            } else {
                neighbours = List.of();
            }
            refuseFormFeedBehind(token);
        }
        String empty = EMPTY.get(token.getType());
        if (empty != null) {
            token.setText(empty);
        }
        return token;
    }

    private void keep(CommonToken string) {
        if (neighbours.isEmpty()) {
            neighbours = new ArrayList<>();
            strings.put(string.getStartIndex(), neighbours);
        }
        neighbours.add(text.substring(string.getStartIndex(), string.getStopIndex() + 1));
    }

    /** CPython counts the indentation from there on. */
    private void refuseFormFeedBehind(CommonToken token) {
        int next = token.getStopIndex() + 1;
        if (token.getType() == PythonLexer.LEADING_WS && text.has('\f', next)) {
            throw new SyntaxRefused("a form feed cannot stand in the indentation", text.between(next, next + 1));
        }
    }
}
