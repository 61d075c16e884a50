package org.safepython.executor.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.python.antlr.ast.Call;
import org.python.antlr.ast.ClassDef;
import org.python.antlr.ast.ExceptHandler;
import org.python.antlr.ast.FunctionDef;
import org.python.antlr.ast.Global;
import org.python.antlr.ast.Import;
import org.python.antlr.ast.ImportFrom;
import org.python.antlr.ast.Name;
import org.python.antlr.ast.With;
import org.python.antlr.ast.alias;
import org.python.antlr.base.expr;

/** Reads the statements of Python 2 that define, import or declare names. */
abstract class Python2DefinitionReader extends Python2ExpressionReader {

    Python2DefinitionReader(Python2Text text, Python2Tokens tokens, Program.Facts facts, Deadline deadline) {
        super(text, tokens, facts, deadline);
    }

    @Override
    public final Boolean visitFunctionDef(FunctionDef node) {
        name(node.getInternalNameNode(), Role.FUNCTION);
        readDecorators(node.getInternalDecorator_list());
        return function(node.getInternalArgs(), () -> read(node.getInternalBody()));
    }

    /** Only the last decorator is sure to get the function itself. */
    private void readDecorators(List<expr> decorators) {
        if (!decorators.isEmpty()
                && decorators.get(decorators.size() - 1) instanceof Call call
                && hasOneArgument(call)) {
            use(call.getInternalFunc(), Use.FUNCTION_DECORATOR);
        }
        read(decorators);
    }

    @Override
    public final Boolean visitClassDef(ClassDef node) {
        name(node.getInternalNameNode(), Role.CLASS);
        Python2ClassHeader header = new Python2ClassHeader(node, this::path);
        header.metaclass().ifPresent(metaclass -> use(metaclass, Use.METACLASS));
        Body inner = body().inner(Scope.CLASS);
        facts.classes.add(header.statement(scope(), inner));
        read(node.getInternalDecorator_list());
        read(node.getInternalBases());
        within(
                Scope.CLASS,
                List.of(node.getInternalName()),
                () -> lookingUpIn(inner, () -> read(node.getInternalBody())));
        return READ;
    }

    @Override
    public final Boolean visitWith(With node) {
        read(node.getInternalContext_expr());
        readTarget(Role.WITH_TARGET, node.getInternalOptional_vars());
        return read(node.getInternalBody());
    }

    /** {@code except E, target} takes any target. */
    @Override
    public final Boolean visitExceptHandler(ExceptHandler node) {
        read(node.getInternalType());
        readTarget(Role.EXCEPT_TARGET, node.getInternalName());
        return read(node.getInternalBody());
    }

    @Override
    public final Boolean visitGlobal(Global node) {
        for (Name declared : node.getInternalNameNodes()) {
            name(declared, Role.GLOBAL);
        }
        return READ;
    }

    @Override
    public final Boolean visitImport(Import node) {
        for (alias imported : node.getInternalNames()) {
            String module = dotted(imported.getInternalNameNodes());
            importModule(module, place(node));
            bindModule(
                    module,
                    imported.getInternalAsname(),
                    word(imported.getInternalNameNodes().get(0)));
            name(imported.getInternalAsnameNode(), Role.IMPORT_ALIAS);
        }
        return READ;
    }

    @Override
    public final Boolean visitImportFrom(ImportFrom node) {
        String module = ".".repeat(node.getInternalLevel()) + node.getInternalModule();
        importModule(module, place(node));
        node.getInternalNames().forEach(imported -> readImported(module, imported));
        return READ;
    }

    /** {@code from m import name} reads an attribute, and binds it under the same name if there is no other. */
    private void readImported(String module, alias imported) {
        if (imported.getInternalName().equals("*")) {
            bindAll(module, place(imported));
            return;
        }
        Name name = imported.getInternalNameNodes().get(0);
        Name bound = imported.getInternalAsnameNode() == null ? name : imported.getInternalAsnameNode();
        attribute(name.getInternalId(), Access.IMPORTED, word(name));
        bindImport(bound.getInternalId(), new Origin(module, Optional.of(name.getInternalId())), word(name));
        name(bound, Role.IMPORT_ALIAS);
    }

    private static String dotted(List<Name> names) {
        return names.stream().map(Name::getInternalId).collect(Collectors.joining("."));
    }
}
