package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ExceptHandlerTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.WithItemTy;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the statements that bind, declare or delete names. */
abstract class NamingReader extends DefinitionReader {

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
        assign(node.target, node.value);
        read(node.annotation);
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(StmtTy.AugAssign node) {
        readUpdated(node.target);
        return read(node.value);
    }

    private void assign(ExprTy target, @Nullable ExprTy value) {
        if (target instanceof ExprTy.Name name && value instanceof ExprTy.Tuple tuple && isAllStrings(tuple)) {
            readTargets(Role.ASSIGNED_STRINGS, target);
            if (Identifier.normalised(name.id).equals(Dunder.MATCH_ARGS)) {
                readMatchArguments(tuple);
            }
        } else {
            readTargets(Role.ASSIGNED, target);
        }
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
            facts.imports.add(new ImportedModule(dotted(alias.name), span(node)));
        }
        return read(node.names);
    }

    @Override
    public final @Nullable Void visit(StmtTy.ImportFrom node) {
        String module = node.module == null ? "" : dotted(node.module);
        facts.imports.add(new ImportedModule(".".repeat(node.level) + module, span(node)));
        for (AliasTy alias : node.names) {
            readImported(alias);
        }
        return read(node.names);
    }

    /** {@code from m import name} reads an attribute, and binds it under the same name if there is no other. */
    private void readImported(AliasTy alias) {
        if (!alias.name.equals("*")) {
            Span name = text.wordAtStart(span(alias));
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
