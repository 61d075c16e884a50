package org.safepython.executor.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.python.antlr.PythonTree;
import org.python.antlr.ast.Assign;
import org.python.antlr.ast.Call;
import org.python.antlr.ast.ClassDef;
import org.python.antlr.ast.Name;
import org.python.antlr.base.expr;
import org.python.antlr.base.stmt;

/** Reads from the tree of a class statement of Python 2 what decides which class it makes. */
final class Python2ClassHeader {

    static final String METACLASS = "__metaclass__";

    private final ClassDef node;
    private final Function<PythonTree, Optional<DottedPath>> paths;

    Python2ClassHeader(ClassDef node, Function<PythonTree, Optional<DottedPath>> paths) {
        this.node = node;
        this.paths = paths;
    }

    ClassStatement statement(Scope scope, Body body) {
        List<expr> bases = node.getInternalBases();
        List<String> named =
                bases.stream().flatMap(base -> named(base).stream()).toList();
        boolean plain = named.size() == bases.size()
                && node.getInternalDecorator_list().stream().allMatch(this::isNamed)
                && metaclass().isPresent() == metaclass().flatMap(this::named).isPresent();
        return new ClassStatement(
                node.getInternalName(),
                scope,
                plain,
                named,
                metaclass().flatMap(this::named),
                List.of(),
                List.of(),
                body);
    }

    /** What the class body assigns to {@code __metaclass__}, by itself and as a statement of its own. */
    Optional<expr> metaclass() {
        return node.getInternalBody().stream()
                .flatMap(statement -> metaclass(statement).stream())
                .findFirst();
    }

    private static Optional<expr> metaclass(stmt statement) {
        return statement instanceof Assign assignment
                        && assignment.getInternalTargets().size() == 1
                        && assignment.getInternalTargets().get(0) instanceof Name name
                        && name.getInternalId().equals(METACLASS)
                ? Optional.of(assignment.getInternalValue())
                : Optional.empty();
    }

    private boolean isNamed(expr decorator) {
        return named(decorator instanceof Call call ? call.getInternalFunc() : decorator)
                .isPresent();
    }

    private Optional<String> named(expr path) {
        return paths.apply(path).map(DottedPath::text);
    }
}
