package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.CmpOpTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the expressions that write no identifier themselves: only their parts matter. */
abstract class OperationReader extends ExpressionReader {

    private static final Set<CmpOpTy> IDENTITY = EnumSet.of(CmpOpTy.Is, CmpOpTy.IsNot);
    private static final Set<CmpOpTy> SEARCHES = EnumSet.of(CmpOpTy.In, CmpOpTy.NotIn);
    private static final Set<CmpOpTy> EQUALITY =
            EnumSet.of(CmpOpTy.Eq, CmpOpTy.NotEq, CmpOpTy.In, CmpOpTy.NotIn, CmpOpTy.Is, CmpOpTy.IsNot);

    OperationReader(Text text, Program.Facts facts, Deadline deadline) {
        super(text, facts, deadline);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Constant node) {
        return null;
    }

    @Override
    public final @Nullable Void visit(ExprTy.JoinedStr node) {
        return read(node.values);
    }

    @Override
    public final @Nullable Void visit(ExprTy.FormattedValue node) {
        inspect(node.value, Use.INSPECTED);
        read(node.value);
        return read(node.formatSpec);
    }

    @Override
    public final @Nullable Void visit(ExprTy.BoolOp node) {
        return read(node.values);
    }

    @Override
    public final @Nullable Void visit(ExprTy.BinOp node) {
        read(node.left);
        return read(node.right);
    }

    @Override
    public final @Nullable Void visit(ExprTy.UnaryOp node) {
        return read(node.operand);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Compare node) {
        if (searchesLiteralsOnly(node)) {
            comparison(List.of(node.ops), IDENTITY, EQUALITY).ifPresent(use -> {
                inspect(node.left, use);
                Stream.of(node.comparators).forEach(other -> inspect(other, use));
            });
        }
        read(node.left);
        return read(node.comparators);
    }

    /** Whether {@code in} asks no object that could keep what it is asked about. */
    private static boolean searchesLiteralsOnly(ExprTy.Compare node) {
        return IntStream.range(0, node.ops.length)
                .filter(i -> SEARCHES.contains(node.ops[i]))
                .mapToObj(i -> node.comparators[i])
                .allMatch(right ->
                        right instanceof ExprTy.Tuple || right instanceof ExprTy.List || right instanceof ExprTy.Set);
    }

    @Override
    public final @Nullable Void visit(ExprTy.IfExp node) {
        read(node.test);
        read(node.body);
        return read(node.orElse);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Dict node) {
        read(node.keys);
        return read(node.values);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Set node) {
        return read(node.elements);
    }

    @Override
    public final @Nullable Void visit(ExprTy.List node) {
        return read(node.elements);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Tuple node) {
        return read(node.elements);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Starred node) {
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Subscript node) {
        read(node.value);
        return read(node.slice);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Slice node) {
        read(node.lower);
        read(node.upper);
        return read(node.step);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Await node) {
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Yield node) {
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(ExprTy.YieldFrom node) {
        return read(node.value);
    }
}
