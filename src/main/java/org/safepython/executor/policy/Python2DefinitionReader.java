package org.safepython.executor.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.python.antlr.ast.ClassDef;
import org.python.antlr.ast.ExceptHandler;
import org.python.antlr.ast.FunctionDef;
import org.python.antlr.ast.Global;
import org.python.antlr.ast.Import;
import org.python.antlr.ast.ImportFrom;
import org.python.antlr.ast.Name;
import org.python.antlr.ast.With;
import org.python.antlr.ast.alias;

/** Reads the statements of Python 2 that define, import or declare names. */
abstract class Python2DefinitionReader extends Python2ExpressionReader {

    Python2DefinitionReader(Python2Text text, Python2Tokens tokens, Program.Facts facts, Deadline deadline) {
        super(text, tokens, facts, deadline);
    }

    @Override
    public final Boolean visitFunctionDef(FunctionDef node) {
        name(node.getInternalNameNode(), Role.FUNCTION);
        read(node.getInternalDecorator_list());
        withinFunction(() -> {
            readParameters(node.getInternalArgs());
            read(node.getInternalBody());
        });
        return READ;
    }

    /** Never plain: {@code __metaclass__} may decide what it is. */
    @Override
    public final Boolean visitClassDef(ClassDef node) {
        name(node.getInternalNameNode(), Role.CLASS);
        facts.classes.add(new ClassStatement(node.getInternalName(), scope(), false, List.of()));
        read(node.getInternalDecorator_list());
        read(node.getInternalBases());
        within(Scope.CLASS, List.of(node.getInternalName()), () -> read(node.getInternalBody()));
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
            facts.imports.add(new ImportedModule(dotted(imported.getInternalNameNodes()), place(node)));
            name(imported.getInternalAsnameNode(), Role.IMPORT_ALIAS);
        }
        return READ;
    }

    @Override
    public final Boolean visitImportFrom(ImportFrom node) {
        String dots = ".".repeat(node.getInternalLevel());
        facts.imports.add(new ImportedModule(dots + node.getInternalModule(), place(node)));
        node.getInternalNames().stream()
                .filter(imported -> !imported.getInternalName().equals("*"))
                .forEach(this::readImported);
        return READ;
    }

    /** {@code from m import name} reads an attribute, and binds it under the same name if there is no other. */
    private void readImported(alias imported) {
        Name name = imported.getInternalNameNodes().get(0);
        Name as = imported.getInternalAsnameNode();
        attribute(name.getInternalId(), Access.IMPORTED, word(name));
        name(as == null ? name : as, Role.IMPORT_ALIAS);
    }

    private static String dotted(List<Name> names) {
        return names.stream().map(Name::getInternalId).collect(Collectors.joining("."));
    }
}
