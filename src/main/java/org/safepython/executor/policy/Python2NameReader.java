package org.safepython.executor.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.python.antlr.PythonTree;
import org.python.antlr.ast.Attribute;
import org.python.antlr.ast.Call;
import org.python.antlr.ast.Lambda;
import org.python.antlr.ast.Name;
import org.python.antlr.ast.Str;
import org.python.antlr.ast.Subscript;
import org.python.antlr.ast.arguments;
import org.python.antlr.ast.keyword;
import org.python.antlr.base.expr;

/** Reads the expressions of Python 2 that write identifiers. */
abstract class Python2NameReader extends Python2NodeReader {

    private static final Set<Optional<String>> NO_TEMPLATE = Set.of(Optional.empty());

    /** What becomes of the names that are met: the tree's own word for it is wrong in some places. */
    private Role role = Role.READ;

    /** Whether the attribute that is met next is called at once. */
    private boolean called;

    /** Whether the attribute that is met next is the target of an augmented assignment. */
    private boolean updated;

    Python2NameReader(Python2Text text, Python2Tokens tokens, Program.Facts facts, Deadline deadline) {
        super(text, tokens, facts, deadline);
    }

    /** Reads a target, which gets its value in this way. */
    final Boolean readTarget(Role targetRole, @Nullable PythonTree target) {
        Role before = role;
        role = targetRole;
        read(target);
        role = before;
        return READ;
    }

    /** Reads the target of an augmented assignment. */
    final Boolean readUpdated(PythonTree target) {
        updated = target instanceof Attribute;
        return readTarget(Role.ASSIGNED, target);
    }

    @Override
    public final Boolean visitName(Name node) {
        name(node, role);
        return READ;
    }

    @Override
    public final Boolean visitAttribute(Attribute node) {
        Access access = updated ? Access.UPDATED : access();
        Set<Optional<String>> templates = called ? templates(node.getInternalValue()) : NO_TEMPLATE;
        updated = false;
        called = false;
        for (String name : calledInClass(node.getInternalAttr())) {
            for (Optional<String> template : templates) {
                attribute(name, access, template, word(node.getInternalAttrName()));
            }
        }
        return readTarget(Role.READ, node.getInternalValue());
    }

    /** Each text that can be meant, if it is a literal. */
    private Set<Optional<String>> templates(expr value) {
        return value instanceof Str string
                ? Python2Literal.readings(tokens.stringAt(start(string))).stream()
                        .map(Optional::of)
                        .collect(Collectors.toSet())
                : NO_TEMPLATE;
    }

    private Access access() {
        return switch (role) {
            case READ -> Access.READ;
            case DELETED -> Access.DELETED;
            default -> Access.SET;
        };
    }

    @Override
    public final Boolean visitSubscript(Subscript node) {
        readTarget(Role.READ, node.getInternalValue());
        return readTarget(Role.READ, node.getInternalSlice());
    }

    @Override
    public final Boolean visitCall(Call node) {
        called = node.getInternalFunc() instanceof Attribute;
        read(node.getInternalFunc());
        read(node.getInternalArgs());
        readKeywords(node.getInternalKeywords());
        read(node.getInternalStarargs());
        return read(node.getInternalKwargs());
    }

    private void readKeywords(List<keyword> keywords) {
        for (keyword given : keywords) {
            attribute(given.getInternalArg(), Access.CALL_KEYWORD, word(given));
            read(given.getInternalValue());
        }
    }

    @Override
    public final Boolean visitLambda(Lambda node) {
        withinFunction(() -> {
            readParameters(node.getInternalArgs());
            read(node.getInternalBody());
        });
        return READ;
    }

    /** A parameter can be a tuple of parameters. */
    final void readParameters(arguments parameters) {
        for (expr parameter : parameters.getInternalArgs()) {
            readTarget(Role.PARAMETER, parameter);
        }
        name(parameters.getInternalVarargName(), Role.PARAMETER);
        name(parameters.getInternalKwargName(), Role.PARAMETER);
        read(parameters.getInternalDefaults());
    }
}
