package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.TypeParamTy;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads functions and classes, whose bodies are scopes of their own. */
abstract class DefinitionReader extends OperationReader {

    DefinitionReader(Text text, Program.Facts facts, Deadline deadline) {
        super(text, facts, deadline);
    }

    @Override
    public final @Nullable Void visit(StmtTy.FunctionDef node) {
        name(node.name, Role.FUNCTION, after(null, node, node.name));
        read(node.decoratorList);
        return function(node.typeParams, node.args, node.returns, node.body);
    }

    @Override
    public final @Nullable Void visit(StmtTy.AsyncFunctionDef node) {
        name(node.name, Role.FUNCTION, after(null, node, node.name));
        read(node.decoratorList);
        return function(node.typeParams, node.args, node.returns, node.body);
    }

    private @Nullable Void function(
            TypeParamTy @Nullable [] types, ArgumentsTy arguments, @Nullable ExprTy returns, StmtTy @Nullable [] body) {
        withinFunction(() -> {
            read(types);
            arguments.accept(this);
            read(returns);
            read(body);
        });
        return null;
    }

    @Override
    public final @Nullable Void visit(StmtTy.ClassDef node) {
        String name = Identifier.normalised(node.name);
        name(name, Role.CLASS, after(null, node, name));
        facts.classes.add(new ClassStatement(name, scope(), isPlain(node), baseNames(node)));
        read(node.decoratorList);
        readHeader(node, name);
        within(Scope.CLASS, List.of(name), () -> read(node.body));
        return null;
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

    private static boolean isPlain(StmtTy.ClassDef node) {
        return isEmpty(node.decoratorList)
                && baseNames(node).size() == (node.bases == null ? 0 : node.bases.length)
                && (node.keywords == null || Stream.of(node.keywords).allMatch(DefinitionReader::isHarmless));
    }

    /** A named keyword that does not replace the metaclass. */
    private static boolean isHarmless(KeywordTy keyword) {
        return keyword.arg != null && !Identifier.normalised(keyword.arg).equals("metaclass");
    }

    private static List<String> baseNames(StmtTy.ClassDef node) {
        return node.bases == null
                ? List.of()
                : Stream.of(node.bases)
                        .filter(ExprTy.Name.class::isInstance)
                        .map(base -> Identifier.normalised(((ExprTy.Name) base).id))
                        .toList();
    }

    private static boolean isEmpty(Object @Nullable [] parts) {
        return parts == null || parts.length == 0;
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
