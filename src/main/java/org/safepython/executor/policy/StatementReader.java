package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.ModTy;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import org.jspecify.annotations.Nullable;

/** Reads whole files: modules, and the statements that control the flow. */
final class StatementReader extends NamingReader {

    StatementReader(Text text, Program.Facts facts, Deadline deadline) {
        super(text, facts, deadline);
    }

    @Override
    public @Nullable Void visit(ModTy.Module node) {
        read(node.body);
        return read(node.typeIgnores);
    }

    @Override
    public @Nullable Void visit(ModTy.Interactive node) {
        throw notInAFile(node);
    }

    @Override
    public @Nullable Void visit(ModTy.Expression node) {
        throw notInAFile(node);
    }

    @Override
    public @Nullable Void visit(ModTy.FunctionType node) {
        throw notInAFile(node);
    }

    /** In the tree each {@code elif} is an if statement inside the else part of the one before. */
    @Override
    public @Nullable Void visit(StmtTy.If node) {
        StmtTy.If branch = node;
        while (true) {
            read(branch.test);
            read(branch.body);
            if (branch.orElse == null || branch.orElse.length != 1 || !(branch.orElse[0] instanceof StmtTy.If next)) {
                return read(branch.orElse);
            }
            branch = next;
        }
    }

    @Override
    public @Nullable Void visit(StmtTy.For node) {
        return loop(node.target, node.iter, node.body, node.orElse);
    }

    @Override
    public @Nullable Void visit(StmtTy.AsyncFor node) {
        return loop(node.target, node.iter, node.body, node.orElse);
    }

    private @Nullable Void loop(ExprTy target, ExprTy values, StmtTy @Nullable [] body, StmtTy @Nullable [] otherwise) {
        readTargets(Role.LOOP_TARGET, target);
        read(values);
        read(body);
        return read(otherwise);
    }

    @Override
    public @Nullable Void visit(StmtTy.While node) {
        read(node.test);
        read(node.body);
        return read(node.orElse);
    }

    @Override
    public @Nullable Void visit(StmtTy.With node) {
        read(node.items);
        return read(node.body);
    }

    @Override
    public @Nullable Void visit(StmtTy.AsyncWith node) {
        read(node.items);
        return read(node.body);
    }

    @Override
    public @Nullable Void visit(StmtTy.Match node) {
        read(node.subject);
        return read(node.cases);
    }

    @Override
    public @Nullable Void visit(StmtTy.Try node) {
        read(node.body);
        read(node.handlers);
        read(node.orElse);
        return read(node.finalBody);
    }

    @Override
    public @Nullable Void visit(StmtTy.TryStar node) {
        read(node.body);
        read(node.handlers);
        read(node.orElse);
        return read(node.finalBody);
    }

    @Override
    public @Nullable Void visit(StmtTy.Raise node) {
        read(node.exc);
        return read(node.cause);
    }

    @Override
    public @Nullable Void visit(StmtTy.Assert node) {
        read(node.test);
        return read(node.msg);
    }

    @Override
    public @Nullable Void visit(StmtTy.Return node) {
        return read(node.value);
    }

    @Override
    public @Nullable Void visit(StmtTy.Expr node) {
        return read(node.value);
    }

    @Override
    public @Nullable Void visit(StmtTy.Pass node) {
        return null;
    }

    @Override
    public @Nullable Void visit(StmtTy.Break node) {
        return null;
    }

    @Override
    public @Nullable Void visit(StmtTy.Continue node) {
        return null;
    }
}
