package org.safepython.executor.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.python.antlr.PythonTree;
import org.python.antlr.ast.Name;
import org.python.antlr.ast.VisitorIF;
import org.python.antlr.runtime.CommonToken;

/**
 * Reads the tree of Python 2: what all kinds of nodes share. The visitor interface has a method for every kind of
 * statement and expression; each says that the node was read, and a node of another kind says nothing and is refused.
 * Lists and most parts of a node may be null.
 */
abstract class Python2NodeReader extends ReferenceReader<PythonTree> implements VisitorIF<Boolean> {

    static final Boolean READ = true;

    final Python2Text text;
    final Python2Tokens tokens;

    Python2NodeReader(Python2Text text, Python2Tokens tokens, Program.Facts facts, Deadline deadline) {
        super(facts, deadline);
        this.text = text;
        this.tokens = tokens;
    }

    final Boolean read(@Nullable List<? extends PythonTree> children) {
        if (children != null) {
            children.forEach(this::read);
        }
        return READ;
    }

    final Boolean read(@Nullable PythonTree child) {
        if (child != null) {
            descend(child);
        }
        return READ;
    }

    @Override
    final void open(PythonTree node) {
        if (!READ.equals(accept(node))) {
            throw new IllegalStateException(node.getClass().getSimpleName() + " in a file");
        }
    }

    private @Nullable Boolean accept(PythonTree node) {
        try {
            return node.accept(this);
        } catch (RuntimeException ours) {
            throw ours;
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }

    @Override
    final Span place(PythonTree node) {
        return text.between(node.getCharStartIndex(), node.getCharStopIndex());
    }

    /** Where the token stands with which a node begins. */
    final Span word(PythonTree node) {
        return text.between(start(node), ((CommonToken) node.getToken()).getStopIndex() + 1);
    }

    /** The index of that token's first character. */
    static int start(PythonTree node) {
        return ((CommonToken) node.getToken()).getStartIndex();
    }

    /** Writes down a name that may be missing. */
    final void name(@Nullable Name node, Role role) {
        if (node != null) {
            name(node.getInternalId(), role, word(node));
        }
    }
}
