package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExceptHandlerTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.WithItemTy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the statements that bind, declare or delete names. */
abstract class NamingReader extends DefinitionReader {

    private static final Set<String> NAMED_TUPLES = Set.of("namedtuple", "NamedTuple");

    NamingReader(Text text, Program.Facts facts, Deadline deadline) {
        super(text, facts, deadline);
    }

    @Override
    public final @Nullable Void visit(StmtTy.Assign node) {
        for (ExprTy target : node.targets) {
            assign(target, node.value);
        }
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(StmtTy.AnnAssign node) {
        boolean named = node.target instanceof ExprTy.Name && scope() == Scope.CLASS;
        if (named && isInDerivedClass()) {
            ExprTy.Name target = (ExprTy.Name) node.target;
            attribute(target.id, Access.MATCH_ARGUMENT, span(target));
        }
        if (named && node.value instanceof ExprTy.Call call) {
            use(call.func, Use.CLASS_VALUE);
            addAnnotatedCall((ExprTy.Name) node.target, node.annotation, call);
        }
        if (node.value == null) {
            use(node.annotation, Use.ANNOTATION);
        }
        if (node.value == null && !node.isSimple && node.target instanceof ExprTy.Name name) {
            // Python binds nothing here, not even a local.
            name(name.id, Role.READ, span(name));
        } else {
            assign(node.target, node.value);
        }
        read(node.annotation);
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(StmtTy.AugAssign node) {
        readUpdated(node.target);
        return read(node.value);
    }

    private void addAnnotatedCall(ExprTy.Name target, ExprTy annotation, ExprTy.Call value) {
        path(value.func)
                .map(path -> path.reference(Use.CLASS_VALUE, body()))
                .ifPresent(maker -> calledInClass(Identifier.normalised(target.id))
                        .forEach(name -> facts.annotatedCalls.add(new AnnotatedCall(name, maker, types(annotation)))));
    }

    /** The dotted paths that an annotation joins, each perhaps subscripted; none where it can be anything else. */
    private Optional<Set<String>> types(ExprTy annotation) {
        if (annotation instanceof ExprTy.BinOp union) {
            return types(union.left)
                    .flatMap(left -> types(union.right)
                            .map(right ->
                                    Stream.concat(left.stream(), right.stream()).collect(Collectors.toSet())));
        }
        if (annotation instanceof ExprTy.Constant constant) {
            return constant.value.kind == ConstantValue.Kind.NONE ? Optional.of(Set.of()) : Optional.empty();
        }
        ExprTy named = annotation instanceof ExprTy.Subscript subscript ? subscript.value : annotation;
        return path(named).map(path -> Set.of(path.text()));
    }

    private void assign(ExprTy target, @Nullable ExprTy value) {
        if (target instanceof ExprTy.Name name && value instanceof ExprTy.Tuple tuple && isAllStrings(tuple)) {
            readTargets(Role.ASSIGNED_STRINGS, target);
            if (Identifier.normalised(name.id).equals(Dunder.MATCH_ARGS)) {
                readMatchArguments(tuple);
            }
        } else if (target instanceof ExprTy.Name name
                && value instanceof ExprTy.Call call
                && path(call.func).isPresent()) {
            addMadeName(Identifier.normalised(name.id), call);
            readTargets(Role.ASSIGNED_CALL, target);
        } else {
            readTargets(Role.ASSIGNED, target);
        }
    }

    /** The fields of a named tuple are what patterns read of it by position. */
    private void addMadeName(String name, ExprTy.Call call) {
        String maker = path(call.func).orElseThrow().text();
        Optional<List<String>> fields = NAMED_TUPLES.contains(maker.substring(maker.lastIndexOf('.') + 1))
                ? FieldNames.of(call)
                : Optional.empty();
        fields.orElse(List.of()).forEach(field -> attribute(field, Access.MATCH_ARGUMENT, span(call)));
        facts.madeNames.add(new MadeName(name, scope(), maker, fields.isPresent()));
    }

    private static boolean isAllStrings(ExprTy.Tuple tuple) {
        return tuple.elements == null
                || Stream.of(tuple.elements).allMatch(entry -> string(entry).isPresent());
    }

    private void readMatchArguments(ExprTy.Tuple names) {
        if (names.elements != null) {
            for (ExprTy entry : names.elements) {
                attribute(string(entry).orElseThrow(), Access.MATCH_ARGUMENT, Optional.empty(), span(entry));
            }
        }
    }

    @Override
    public final @Nullable Void visit(StmtTy.Delete node) {
        return read(node.targets);
    }

    @Override
    public final @Nullable Void visit(WithItemTy node) {
        if (node.contextExpr instanceof ExprTy.Call call) {
            use(call.func, Use.WITH_ITEM);
        }
        read(node.contextExpr);
        readTargets(Role.WITH_TARGET, node.optionalVars);
        return null;
    }

    @Override
    public final @Nullable Void visit(ExceptHandlerTy.ExceptHandler node) {
        if (node.name != null) {
            name(node.name, Role.EXCEPT_TARGET, after(node.type, node, node.name));
        }
        read(node.type);
        return read(node.body);
    }

    @Override
    public final @Nullable Void visit(StmtTy.Global node) {
        return declare(node.names, Role.GLOBAL, span(node));
    }

    @Override
    public final @Nullable Void visit(StmtTy.Nonlocal node) {
        return declare(node.names, Role.NONLOCAL, span(node));
    }

    private @Nullable Void declare(String[] names, Role role, Span statement) {
        Span before = Span.of(statement.line(), statement.column(), 0);
        for (String name : names) {
            before = text.find(Identifier.normalised(name), before.endLine(), before.endColumn(), statement);
            name(name, role, before);
        }
        return null;
    }

    @Override
    public final @Nullable Void visit(StmtTy.Import node) {
        for (AliasTy alias : node.names) {
            String module = dotted(alias.name);
            importModule(module, span(node));
            bindModule(module, alias.asName, span(alias));
        }
        return read(node.names);
    }

    @Override
    public final @Nullable Void visit(StmtTy.ImportFrom node) {
        String module = node.module == null ? "" : dotted(node.module);
        String from = ".".repeat(node.level) + module;
        importModule(from, span(node));
        for (AliasTy alias : node.names) {
            readImported(from, alias);
        }
        return read(node.names);
    }

    /** {@code from m import name} reads an attribute, and binds it under the same name if there is no other. */
    private void readImported(String module, AliasTy alias) {
        if (alias.name.equals("*")) {
            bindAll(module, span(alias));
        } else {
            Span name = text.wordAtStart(span(alias));
            Origin origin = new Origin(module, Optional.of(Identifier.normalised(alias.name)));
            bindImport(alias.asName == null ? alias.name : alias.asName, origin, name);
            attribute(alias.name, Access.IMPORTED, Optional.empty(), name);
            if (alias.asName == null) {
                name(alias.name, Role.IMPORT_ALIAS, name);
            }
        }
    }

    /** What a plain import binds without an alias is the module, and that has been said. */
    @Override
    public final @Nullable Void visit(AliasTy node) {
        if (node.asName != null) {
            name(node.asName, Role.IMPORT_ALIAS, text.wordAtEnd(span(node)));
        }
        return null;
    }

    /** The parser has put the dots between the parts; none of its characters turns into one. */
    private static String dotted(String name) {
        return Identifier.normalised(name);
    }
}
