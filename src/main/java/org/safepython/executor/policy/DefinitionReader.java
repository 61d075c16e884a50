package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.TypeParamTy;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads functions and classes, whose bodies are scopes of their own. */
abstract class DefinitionReader extends OperationReader {

    private static final ExprTy[] NOTHING = {};

    /** Whether the class around, if any, has decorators or bases. */
    private boolean derived;

    DefinitionReader(Text text, Program.Facts facts, Deadline deadline) {
        super(text, facts, deadline);
    }

    @Override
    public final @Nullable Void visit(StmtTy.FunctionDef node) {
        name(node.name, Role.FUNCTION, after(null, node, node.name));
        readDecorators(node.decoratorList);
        return function(node.typeParams, node.args, node.returns, node.body);
    }

    @Override
    public final @Nullable Void visit(StmtTy.AsyncFunctionDef node) {
        name(node.name, Role.FUNCTION, after(null, node, node.name));
        readDecorators(node.decoratorList);
        return function(node.typeParams, node.args, node.returns, node.body);
    }

    /** Only the last decorator is sure to get the function itself. */
    private void readDecorators(ExprTy @Nullable [] decorators) {
        ExprTy[] all = elements(decorators);
        if (all.length > 0 && all[all.length - 1] instanceof ExprTy.Call call && hasOneArgument(call)) {
            use(call.func, Use.FUNCTION_DECORATOR);
        }
        Stream.of(all)
                .filter(decorator -> !(decorator instanceof ExprTy.Call))
                .forEach(decorator -> use(decorator, Use.DECORATOR));
        read(decorators);
    }

    /** Only the statements of a function know its parameters; all else is looked up around it. */
    private @Nullable Void function(
            TypeParamTy @Nullable [] types, ArgumentsTy arguments, @Nullable ExprTy returns, StmtTy @Nullable [] body) {
        withinFunction(() -> {
            read(types);
            arguments.accept(this);
            read(returns);
            inBody(function(arguments), () -> read(body));
        });
        return null;
    }

    @Override
    public final @Nullable Void visit(StmtTy.ClassDef node) {
        String name = Identifier.normalised(node.name);
        name(name, Role.CLASS, after(null, node, name));
        ClassHeader header = new ClassHeader(node, this::path);
        header.forEachPart(this::use);
        Body inner = body().inner(Scope.CLASS);
        facts.classes.add(header.statement(scope(), inner, body()));
        read(node.decoratorList);
        readHeader(node, name);
        within(Scope.CLASS, List.of(name), () -> inBody(inner, () -> readBody(node)));
        return null;
    }

    private void readBody(StmtTy.ClassDef node) {
        boolean before = derived;
        derived = elements(node.decoratorList).length + elements(node.bases).length > 0;
        read(node.body);
        derived = before;
    }

    /** Whether the header of a generic class belongs to the class or to the one around it, CPythons disagree. */
    private void readHeader(StmtTy.ClassDef node, String name) {
        List<String> both = Stream.concat(owners().stream(), Stream.of(name)).toList();
        within(Scope.FUNCTION, both, () -> read(node.typeParams));
        within(scope(), both, () -> {
            read(node.bases);
            read(node.keywords);
        });
    }

    /**
     * Decorators and bases can have any name that the class body annotates read as an attribute: {@code dataclass} and
     * {@code NamedTuple} do.
     */
    final boolean isInDerivedClass() {
        return derived && scope() == Scope.CLASS;
    }

    static ExprTy[] elements(ExprTy @Nullable [] nodes) {
        return nodes == null ? NOTHING : nodes;
    }

    @Override
    public final @Nullable Void visit(StmtTy.TypeAlias node) {
        readTargets(Role.TYPE_ALIAS, node.name);
        withinFunction(() -> {
            read(node.typeParams);
            read(node.value);
        });
        return null;
    }

    @Override
    public final @Nullable Void visit(TypeParamTy.TypeVar node) {
        name(node.name, Role.TYPE_PARAMETER, text.wordAtStart(span(node)));
        return read(node.bound);
    }

    @Override
    public final @Nullable Void visit(TypeParamTy.ParamSpec node) {
        name(node.name, Role.TYPE_PARAMETER, text.wordAtEnd(span(node)));
        return null;
    }

    @Override
    public final @Nullable Void visit(TypeParamTy.TypeVarTuple node) {
        name(node.name, Role.TYPE_PARAMETER, text.wordAtEnd(span(node)));
        return null;
    }
}
