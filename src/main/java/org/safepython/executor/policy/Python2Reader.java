package org.safepython.executor.policy;

import org.python.antlr.ast.Assert;
import org.python.antlr.ast.Assign;
import org.python.antlr.ast.AugAssign;
import org.python.antlr.ast.Break;
import org.python.antlr.ast.Continue;
import org.python.antlr.ast.Delete;
import org.python.antlr.ast.Exec;
import org.python.antlr.ast.Expr;
import org.python.antlr.ast.Expression;
import org.python.antlr.ast.For;
import org.python.antlr.ast.If;
import org.python.antlr.ast.Interactive;
import org.python.antlr.ast.Module;
import org.python.antlr.ast.Pass;
import org.python.antlr.ast.Print;
import org.python.antlr.ast.Raise;
import org.python.antlr.ast.Return;
import org.python.antlr.ast.Suite;
import org.python.antlr.ast.TryExcept;
import org.python.antlr.ast.TryFinally;
import org.python.antlr.ast.While;

/** Reads whole files of Python 2: modules, and the statements that control the flow. */
final class Python2Reader extends Python2DefinitionReader {

    Python2Reader(Python2Text text, Python2Tokens tokens, Program.Facts facts, Deadline deadline) {
        super(text, tokens, facts, deadline);
    }

    @Override
    public Boolean visitModule(Module node) {
        return read(node.getInternalBody());
    }

    @Override
    public Boolean visitInteractive(Interactive node) {
        return false;
    }

    @Override
    public Boolean visitExpression(Expression node) {
        return false;
    }

    @Override
    public Boolean visitSuite(Suite node) {
        return false;
    }

    @Override
    public Boolean visitAssign(Assign node) {
        node.getInternalTargets().forEach(target -> readTarget(Role.ASSIGNED, target));
        return read(node.getInternalValue());
    }

    @Override
    public Boolean visitAugAssign(AugAssign node) {
        readUpdated(node.getInternalTarget());
        return read(node.getInternalValue());
    }

    @Override
    public Boolean visitDelete(Delete node) {
        node.getInternalTargets().forEach(target -> readTarget(Role.DELETED, target));
        return READ;
    }

    @Override
    public Boolean visitPrint(Print node) {
        // What is printed is turned into text first, even where the program's own object gets it.
        node.getInternalValues().forEach(value -> inspect(value, Use.INSPECTED));
        read(node.getInternalDest());
        return read(node.getInternalValues());
    }

    /** The statement does what Python 3's function does, and is refused under the same name. */
    @Override
    public Boolean visitExec(Exec node) {
        name("exec", Role.READ, word(node));
        read(node.getInternalBody());
        read(node.getInternalGlobals());
        return read(node.getInternalLocals());
    }

    /** In the tree each {@code elif} is an if statement inside the else part of the one before. */
    @Override
    public Boolean visitIf(If node) {
        If branch = node;
        while (true) {
            read(branch.getInternalTest());
            read(branch.getInternalBody());
            if (branch.getInternalOrelse().size() != 1
                    || !(branch.getInternalOrelse().get(0) instanceof If next)) {
                return read(branch.getInternalOrelse());
            }
            branch = next;
        }
    }

    @Override
    public Boolean visitFor(For node) {
        readTarget(Role.LOOP_TARGET, node.getInternalTarget());
        read(node.getInternalIter());
        read(node.getInternalBody());
        return read(node.getInternalOrelse());
    }

    @Override
    public Boolean visitWhile(While node) {
        read(node.getInternalTest());
        read(node.getInternalBody());
        return read(node.getInternalOrelse());
    }

    @Override
    public Boolean visitTryExcept(TryExcept node) {
        read(node.getInternalBody());
        read(node.getInternalHandlers());
        return read(node.getInternalOrelse());
    }

    @Override
    public Boolean visitTryFinally(TryFinally node) {
        read(node.getInternalBody());
        return read(node.getInternalFinalbody());
    }

    @Override
    public Boolean visitRaise(Raise node) {
        read(node.getInternalType());
        read(node.getInternalInst());
        return read(node.getInternalTback());
    }

    @Override
    public Boolean visitAssert(Assert node) {
        read(node.getInternalTest());
        return read(node.getInternalMsg());
    }

    @Override
    public Boolean visitReturn(Return node) {
        return read(node.getInternalValue());
    }

    @Override
    public Boolean visitExpr(Expr node) {
        return read(node.getInternalValue());
    }

    @Override
    public Boolean visitPass(Pass node) {
        return READ;
    }

    @Override
    public Boolean visitBreak(Break node) {
        return READ;
    }

    @Override
    public Boolean visitContinue(Continue node) {
        return READ;
    }
}
