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
import org.python.antlr.ast.Tuple;
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
        updated(target);
        return readTarget(Role.ASSIGNED, target);
    }

    @Override
    public final Boolean visitName(Name node) {
        name(node, role);
        if (role == Role.READ || isUpdated(node)) {
            refer(node, isUpdated(node) ? Access.UPDATED : Access.READ);
        }
        return READ;
    }

    @Override
    public final Boolean visitAttribute(Attribute node) {
        Access access = isUpdated(node) ? Access.UPDATED : access();
        Set<Optional<String>> templates = called ? templates(node.getInternalValue()) : NO_TEMPLATE;
        called = false;
        for (String name : calledInClass(node.getInternalAttr())) {
            for (Optional<String> template : templates) {
                attribute(name, access, template, word(node.getInternalAttrName()));
            }
        }
        refer(node, access);
        if (node.getInternalAttr().equals("__name__")) {
            inspect(node.getInternalValue(), Use.INSPECTED);
        }
        continued(node.getInternalValue());
        return readTarget(Role.READ, node.getInternalValue());
    }

    @Override
    final Optional<Part<PythonTree>> part(PythonTree node) {
        if (node instanceof Name name) {
            return Optional.of(new Part<>(name.getInternalId(), word(name), Optional.empty()));
        }
        return node instanceof Attribute attribute
                ? Optional.of(new Part<>(
                        attribute.getInternalAttr(),
                        word(attribute.getInternalAttrName()),
                        Optional.of(attribute.getInternalValue())))
                : Optional.empty();
    }

    /** Says that the result of a call with one argument, if this is one, is looked at and not kept. */
    final void inspect(PythonTree node, Use use) {
        if (node instanceof Call call && call.getInternalFunc() instanceof Name && hasOneArgument(call)) {
            use(call.getInternalFunc(), use);
        }
    }

    static boolean hasOneArgument(Call call) {
        return call.getInternalArgs().size() == 1
                && call.getInternalKeywords().isEmpty()
                && call.getInternalStarargs() == null
                && call.getInternalKwargs() == null;
    }

    /** Whether a call names a class and its fields, as {@code namedtuple} takes them. */
    private static boolean hasLiteralNames(Call call) {
        List<expr> arguments = call.getInternalArgs();
        return arguments.size() == 2
                && call.getInternalKeywords().isEmpty()
                && call.getInternalStarargs() == null
                && call.getInternalKwargs() == null
                && arguments.get(0) instanceof Str
                && isLiteral(arguments.get(1));
    }

    private static boolean isLiteral(expr names) {
        List<expr> elements = names instanceof Tuple tuple
                ? tuple.getInternalElts()
                : names instanceof org.python.antlr.ast.List list ? list.getInternalElts() : List.of(names);
        return elements.stream().allMatch(Str.class::isInstance);
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
        if (node.getInternalFunc() instanceof Name name && name.getInternalId().equals("print")) {
            node.getInternalArgs().forEach(argument -> inspect(argument, Use.COMPARED));
        }
        if (hasOneArgument(node)) {
            use(node.getInternalFunc(), Use.ONE_ARGUMENT);
        } else if (hasLiteralNames(node)) {
            use(node.getInternalFunc(), Use.LITERAL_NAMES);
        }
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
        return function(node.getInternalArgs(), () -> read(node.getInternalBody()));
    }

    /** Only the body of a function knows its parameters; the defaults are looked up around it. */
    final Boolean function(arguments parameters, Runnable reading) {
        withinFunction(() -> {
            read(parameters.getInternalDefaults());
            lookingUpIn(body().inner(Scope.FUNCTION), () -> {
                readParameters(parameters);
                reading.run();
            });
        });
        return READ;
    }

    /** A parameter can be a tuple of parameters. */
    private void readParameters(arguments parameters) {
        for (expr parameter : parameters.getInternalArgs()) {
            readTarget(Role.PARAMETER, parameter);
        }
        name(parameters.getInternalVarargName(), Role.PARAMETER);
        name(parameters.getInternalKwargName(), Role.PARAMETER);
    }
}
