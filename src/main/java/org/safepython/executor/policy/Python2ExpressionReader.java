package org.safepython.executor.policy;

import java.util.EnumSet;
import java.util.List;
import org.python.antlr.ast.BinOp;
import org.python.antlr.ast.BoolOp;
import org.python.antlr.ast.Compare;
import org.python.antlr.ast.Dict;
import org.python.antlr.ast.DictComp;
import org.python.antlr.ast.Ellipsis;
import org.python.antlr.ast.ExtSlice;
import org.python.antlr.ast.GeneratorExp;
import org.python.antlr.ast.IfExp;
import org.python.antlr.ast.Index;
import org.python.antlr.ast.ListComp;
import org.python.antlr.ast.Num;
import org.python.antlr.ast.Repr;
import org.python.antlr.ast.Set;
import org.python.antlr.ast.SetComp;
import org.python.antlr.ast.Slice;
import org.python.antlr.ast.Str;
import org.python.antlr.ast.Tuple;
import org.python.antlr.ast.UnaryOp;
import org.python.antlr.ast.Yield;
import org.python.antlr.ast.cmpopType;
import org.python.antlr.ast.comprehension;
import org.python.antlr.base.expr;

/** Reads the expressions of Python 2 that write no identifier themselves: only their parts matter. */
abstract class Python2ExpressionReader extends Python2NameReader {

    private static final java.util.Set<cmpopType> IDENTITY = EnumSet.of(cmpopType.Is, cmpopType.IsNot);
    private static final java.util.Set<cmpopType> EQUALITY =
            EnumSet.of(cmpopType.Eq, cmpopType.NotEq, cmpopType.In, cmpopType.NotIn, cmpopType.Is, cmpopType.IsNot);

    Python2ExpressionReader(Python2Text text, Python2Tokens tokens, Program.Facts facts, Deadline deadline) {
        super(text, tokens, facts, deadline);
    }

    @Override
    public final Boolean visitNum(Num node) {
        return READ;
    }

    @Override
    public final Boolean visitStr(Str node) {
        return READ;
    }

    @Override
    public final Boolean visitBoolOp(BoolOp node) {
        return read(node.getInternalValues());
    }

    @Override
    public final Boolean visitBinOp(BinOp node) {
        read(node.getInternalLeft());
        return read(node.getInternalRight());
    }

    @Override
    public final Boolean visitUnaryOp(UnaryOp node) {
        return read(node.getInternalOperand());
    }

    @Override
    public final Boolean visitCompare(Compare node) {
        comparison(node.getInternalOps(), IDENTITY, EQUALITY).ifPresent(use -> {
            inspect(node.getInternalLeft(), use);
            node.getInternalComparators().forEach(other -> inspect(other, use));
        });
        read(node.getInternalLeft());
        return read(node.getInternalComparators());
    }

    @Override
    public final Boolean visitIfExp(IfExp node) {
        read(node.getInternalTest());
        read(node.getInternalBody());
        return read(node.getInternalOrelse());
    }

    /** Backquotes: they call what {@code repr} calls, and that is allowed. */
    @Override
    public final Boolean visitRepr(Repr node) {
        return read(node.getInternalValue());
    }

    @Override
    public final Boolean visitYield(Yield node) {
        return read(node.getInternalValue());
    }

    @Override
    public final Boolean visitDict(Dict node) {
        read(node.getInternalKeys());
        return read(node.getInternalValues());
    }

    @Override
    public final Boolean visitSet(Set node) {
        return read(node.getInternalElts());
    }

    @Override
    public final Boolean visitList(org.python.antlr.ast.List node) {
        return read(node.getInternalElts());
    }

    @Override
    public final Boolean visitTuple(Tuple node) {
        return read(node.getInternalElts());
    }

    @Override
    public final Boolean visitEllipsis(Ellipsis node) {
        return READ;
    }

    @Override
    public final Boolean visitIndex(Index node) {
        return read(node.getInternalValue());
    }

    @Override
    public final Boolean visitSlice(Slice node) {
        read(node.getInternalLower());
        read(node.getInternalUpper());
        return read(node.getInternalStep());
    }

    @Override
    public final Boolean visitExtSlice(ExtSlice node) {
        return read(node.getInternalDims());
    }

    /** Has no scope of its own in Python 2: its targets are names of the body around it. */
    @Override
    public final Boolean visitListComp(ListComp node) {
        return comprehension(body(), node.getInternalGenerators(), node.getInternalElt());
    }

    @Override
    public final Boolean visitSetComp(SetComp node) {
        return ownComprehension(node.getInternalGenerators(), node.getInternalElt());
    }

    @Override
    public final Boolean visitDictComp(DictComp node) {
        return ownComprehension(node.getInternalGenerators(), node.getInternalKey(), node.getInternalValue());
    }

    @Override
    public final Boolean visitGeneratorExp(GeneratorExp node) {
        return ownComprehension(node.getInternalGenerators(), node.getInternalElt());
    }

    private Boolean ownComprehension(List<comprehension> generators, expr... elements) {
        Body around = body();
        withinFunction(
                () -> lookingUpIn(around.inner(Scope.FUNCTION), () -> comprehension(around, generators, elements)));
        return READ;
    }

    /** The first source is looked up around the comprehension. */
    private Boolean comprehension(Body around, List<comprehension> generators, expr... elements) {
        lookingUpIn(around, () -> read(generators.get(0).getInternalIter()));
        for (int i = 0; i < generators.size(); i++) {
            readTarget(Role.COMPREHENSION_TARGET, generators.get(i).getInternalTarget());
            read(i == 0 ? null : generators.get(i).getInternalIter());
            read(generators.get(i).getInternalIfs());
        }
        return read(List.of(elements));
    }
}
