package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ComprehensionTy;
import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExprContextTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads expressions. */
abstract class ExpressionReader extends PatternReader {

    /** The node, met next, that stands for the function of a call. */
    private @Nullable ExprTy called;

    /** The node, met next, that is the target of an augmented assignment. */
    private @Nullable ExprTy updated;

    ExpressionReader(Text text, Program.Facts facts, Deadline deadline) {
        super(text, facts, deadline);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Name node) {
        name(node.id, role(node.context), span(node));
        return null;
    }

    private Role role(ExprContextTy context) {
        return switch (context) {
            case Load -> Role.READ;
            case Store -> storing();
            case Del -> Role.DELETED;
        };
    }

    @Override
    public final @Nullable Void visit(ExprTy.Attribute node) {
        Access access = node == updated ? Access.UPDATED : access(node.context);
        Optional<String> template = node == called ? string(node.value) : Optional.empty();
        for (String name : calledInClass(Identifier.normalised(node.attr))) {
            attribute(name, access, template, text.wordAtEnd(span(node)));
        }
        return read(node.value);
    }

    private static Access access(ExprContextTy context) {
        return switch (context) {
            case Load -> Access.READ;
            case Store -> Access.SET;
            case Del -> Access.DELETED;
        };
    }

    /** Reads the target of an augmented assignment. */
    final @Nullable Void readUpdated(ExprTy target) {
        updated = target;
        readTargets(Role.ASSIGNED, target);
        return null;
    }

    @Override
    public final @Nullable Void visit(ExprTy.Call node) {
        called = node.func;
        read(node.func);
        read(node.args);
        return read(node.keywords);
    }

    /** The text of a string literal; neighbouring literals are one already, an f-string is none. */
    static Optional<String> string(ExprTy node) {
        return node instanceof ExprTy.Constant constant && constant.value.kind == ConstantValue.Kind.CODEPOINTS
                ? Optional.of(constant.value.getCodePoints().toJavaString())
                : Optional.empty();
    }

    @Override
    public final @Nullable Void visit(KeywordTy node) {
        if (node.arg != null) {
            attribute(node.arg, Access.CALL_KEYWORD, text.wordAtStart(span(node)));
        }
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(ExprTy.NamedExpr node) {
        readTargets(Role.WALRUS_TARGET, node.target);
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Lambda node) {
        withinFunction(() -> {
            node.args.accept(this);
            read(node.body);
        });
        return null;
    }

    /** No level of its own: the parser does not even say where it is. */
    @Override
    public final @Nullable Void visit(ArgumentsTy node) {
        read(node.posOnlyArgs);
        read(node.args);
        read(node.varArg);
        read(node.kwOnlyArgs);
        read(node.kwDefaults);
        read(node.kwArg);
        return read(node.defaults);
    }

    @Override
    public final @Nullable Void visit(ArgTy node) {
        name(node.arg, Role.PARAMETER, text.wordAtStart(span(node)));
        return read(node.annotation);
    }

    @Override
    public final @Nullable Void visit(ExprTy.ListComp node) {
        return comprehension(node.generators, node.element);
    }

    @Override
    public final @Nullable Void visit(ExprTy.SetComp node) {
        return comprehension(node.generators, node.element);
    }

    @Override
    public final @Nullable Void visit(ExprTy.DictComp node) {
        return comprehension(node.generators, node.key, node.value);
    }

    @Override
    public final @Nullable Void visit(ExprTy.GeneratorExp node) {
        return comprehension(node.generators, node.element);
    }

    private @Nullable Void comprehension(ComprehensionTy @Nullable [] generators, ExprTy... elements) {
        withinFunction(() -> {
            read(generators);
            read(elements);
        });
        return null;
    }

    @Override
    public final @Nullable Void visit(ComprehensionTy node) {
        readTargets(Role.COMPREHENSION_TARGET, node.target);
        read(node.iter);
        return read(node.ifs);
    }
}
