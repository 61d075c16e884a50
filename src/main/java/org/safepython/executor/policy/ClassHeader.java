package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the tree of a class statement what decides which class it makes. */
final class ClassHeader {

    private final StmtTy.ClassDef node;
    private final Function<ExprTy, Optional<DottedPath>> paths;
    private final List<ExprTy> bases;
    private final List<ExprTy> decorators;
    private final List<KeywordTy> keywords;

    ClassHeader(StmtTy.ClassDef node, Function<ExprTy, Optional<DottedPath>> paths) {
        this.node = node;
        this.paths = paths;
        this.bases = List.of(elements(node.bases));
        this.decorators =
                Stream.of(elements(node.decoratorList)).map(ClassHeader::called).toList();
        this.keywords = node.keywords == null ? List.of() : List.of(node.keywords);
    }

    /** Says of the nodes that the class is made of for what they are read. */
    void forEachPart(BiConsumer<ExprTy, Use> says) {
        bases.forEach(base -> says.accept(bare(base), Use.BASE));
        Stream.of(elements(node.decoratorList))
                .filter(decorator -> !(decorator instanceof ExprTy.Call call) || elements(call.args).length == 0)
                .forEach(decorator -> says.accept(called(decorator), Use.CLASS_DECORATOR));
        metaclass().ifPresent(metaclass -> says.accept(metaclass, Use.METACLASS));
    }

    ClassStatement statement(Scope scope, Body body, Body around) {
        List<String> named =
                bases.stream().flatMap(base -> named(base).stream()).toList();
        List<Reference> decorating = decorators.stream()
                .flatMap(decorator -> paths.apply(decorator).stream())
                .map(path -> path.reference(Use.CLASS_DECORATOR, around))
                .toList();
        boolean plain = named.size() == bases.size()
                && decorating.size() == decorators.size()
                && keywords.stream().allMatch(keyword -> keyword.arg != null)
                && metaclass().flatMap(paths).isPresent() == metaclass().isPresent();
        return new ClassStatement(
                Identifier.normalised(node.name),
                scope,
                plain,
                named,
                metaclass().flatMap(paths).map(DottedPath::text),
                decorating,
                makers(),
                body);
    }

    private Optional<ExprTy> metaclass() {
        return keywords.stream()
                .filter(keyword -> keyword.arg != null
                        && Identifier.normalised(keyword.arg).equals("metaclass"))
                .map(keyword -> keyword.value)
                .findFirst();
    }

    private Optional<String> named(ExprTy base) {
        if (base instanceof ExprTy.Call) {
            return Optional.empty();
        }
        return paths.apply(bare(base)).map(path -> base instanceof ExprTy.Subscript ? path.text() + "[]" : path.text());
    }

    private static ExprTy bare(ExprTy base) {
        return base instanceof ExprTy.Subscript subscript ? subscript.value : called(base);
    }

    private static ExprTy[] elements(ExprTy @Nullable [] nodes) {
        return nodes == null ? new ExprTy[0] : nodes;
    }

    private static ExprTy called(ExprTy node) {
        return node instanceof ExprTy.Call call ? call.func : node;
    }

    /** None where some of the names may belong to another body. */
    private List<String> makers() {
        return node.body == null || Stream.of(node.body).anyMatch(ClassHeader::declares)
                ? List.of()
                : Stream.of(node.body)
                        .flatMap(statement -> maker(statement).stream())
                        .toList();
    }

    private static boolean declares(StmtTy statement) {
        return statement instanceof StmtTy.Global || statement instanceof StmtTy.Nonlocal;
    }

    private Optional<String> maker(StmtTy statement) {
        return statement instanceof StmtTy.Assign assignment
                        && Stream.of(assignment.targets).allMatch(ClassHeader::isPublic)
                ? isConstant(assignment.value)
                        ? Optional.of("")
                        : Optional.of(assignment.value)
                                .filter(ExprTy.Call.class::isInstance)
                                .flatMap(call -> paths.apply(called(call)))
                                .map(DottedPath::text)
                : Optional.empty();
    }

    private static boolean isPublic(ExprTy target) {
        return target instanceof ExprTy.Name name && !name.id.startsWith("_");
    }

    private static boolean isConstant(ExprTy value) {
        return value instanceof ExprTy.Constant constant
                && (constant.value.kind == ConstantValue.Kind.LONG
                        || constant.value.kind == ConstantValue.Kind.CODEPOINTS);
    }
}
