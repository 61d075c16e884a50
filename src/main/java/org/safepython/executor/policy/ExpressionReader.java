package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ComprehensionTy;
import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExprContextTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads expressions. */
abstract class ExpressionReader extends PatternReader {

    /** Every class has them. */
    private static final Set<String> NAMES_OF_CLASSES = Dunder.dunders("name qualname");

    /** Where the first source of a comprehension is looked up: around it. */
    private final IdentityHashMap<ComprehensionTy, Body> sources = new IdentityHashMap<>();

    /** The node, met next, that stands for the function of a call. */
    private @Nullable ExprTy called;

    /** The node, met next, whose name is read. */
    private @Nullable ExprTy named;

    ExpressionReader(Text text, Program.Facts facts, Deadline deadline) {
        super(text, facts, deadline);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Name node) {
        name(node.id, role(node.context), span(node));
        if (node.context == ExprContextTy.Load || isUpdated(node)) {
            refer(node, isUpdated(node) ? Access.UPDATED : Access.READ);
        }
        return null;
    }

    private Role role(ExprContextTy context) {
        return switch (context) {
            case Load -> Role.READ;
            case Store -> storing();
            case Del -> Role.DELETED;
        };
    }

    @Override
    public final @Nullable Void visit(ExprTy.Attribute node) {
        Access access = access(node);
        Optional<String> template = node == called ? string(node.value) : Optional.empty();
        for (String name : calledInClass(Identifier.normalised(node.attr))) {
            attribute(name, access, template, text.wordAtEnd(span(node)));
        }
        refer(node, access);
        if (NAMES_OF_CLASSES.contains(node.attr)) {
            // Any other attribute might be missing, and the error would hold the object that lacks it.
            inspect(node.value, Use.INSPECTED);
            named = access == Access.READ ? node.value : null;
        }
        continued(node.value);
        return read(node.value);
    }

    private Access access(ExprTy.Attribute node) {
        if (isUpdated(node)) {
            return Access.UPDATED;
        }
        if (node == called && isBase(node.value)) {
            return Access.CALLED_ON_BASE;
        }
        return node == named ? Access.READ_FOR_NAME : access(node.context);
    }

    private static boolean isBase(ExprTy node) {
        if (node instanceof ExprTy.Call call) {
            return call.func instanceof ExprTy.Name callee && callee.id.equals("super");
        }
        return node instanceof ExprTy.Name name && Dunder.isValueClass(name.id);
    }

    @Override
    final Optional<Part<SSTNode>> part(SSTNode node) {
        if (node instanceof ExprTy.Name name) {
            return Optional.of(new Part<>(Identifier.normalised(name.id), span(name), Optional.empty()));
        }
        return node instanceof ExprTy.Attribute attribute
                ? Optional.of(new Part<>(
                        Identifier.normalised(attribute.attr),
                        text.wordAtEnd(span(attribute)),
                        Optional.of(attribute.value)))
                : Optional.empty();
    }

    /** Says that the result of a call with one argument, if this is one, is looked at and not kept. */
    final void inspect(ExprTy node, Use use) {
        if (node instanceof ExprTy.Call call && call.func instanceof ExprTy.Name && hasOneArgument(call)) {
            use(call.func, use);
        }
    }

    static boolean hasOneArgument(ExprTy.Call call) {
        return call.args != null
                && call.args.length == 1
                && !(call.args[0] instanceof ExprTy.Starred)
                && (call.keywords == null || call.keywords.length == 0);
    }

    private static Access access(ExprContextTy context) {
        return switch (context) {
            case Load -> Access.READ;
            case Store -> Access.SET;
            case Del -> Access.DELETED;
        };
    }

    /** Reads the target of an augmented assignment. */
    final @Nullable Void readUpdated(ExprTy target) {
        updated(target);
        readTargets(Role.ASSIGNED, target);
        return null;
    }

    @Override
    public final @Nullable Void visit(ExprTy.Call node) {
        called = node.func;
        if (hasOneArgument(node)) {
            use(node.func, Use.ONE_ARGUMENT);
        }
        if (node.args != null && node.func instanceof ExprTy.Name name && name.id.equals("print")) {
            Stream.of(node.args).forEach(argument -> inspect(argument, Use.COMPARED));
        }
        read(node.func);
        read(node.args);
        return read(node.keywords);
    }

    /** The text of a string literal; neighbouring literals are one already, an f-string is none. */
    static Optional<String> string(ExprTy node) {
        return node instanceof ExprTy.Constant constant && constant.value.kind == ConstantValue.Kind.CODEPOINTS
                ? Optional.of(constant.value.getCodePoints().toJavaString())
                : Optional.empty();
    }

    @Override
    public final @Nullable Void visit(KeywordTy node) {
        if (node.arg != null) {
            attribute(node.arg, Access.CALL_KEYWORD, text.wordAtStart(span(node)));
        }
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(ExprTy.NamedExpr node) {
        readTargets(Role.WALRUS_TARGET, node.target);
        return read(node.value);
    }

    @Override
    public final @Nullable Void visit(ExprTy.Lambda node) {
        withinFunction(() -> {
            node.args.accept(this);
            inBody(function(node.args), () -> read(node.body));
        });
        return null;
    }

    /** The body of a function, where its parameters are bound. */
    final Body function(ArgumentsTy arguments) {
        Body function = body().inner(Scope.FUNCTION);
        Stream.of(arguments.posOnlyArgs, arguments.args, arguments.kwOnlyArgs)
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .forEach(parameter -> bind(function, parameter));
        Stream.of(arguments.varArg, arguments.kwArg)
                .filter(Objects::nonNull)
                .forEach(parameter -> bind(function, parameter));
        return function;
    }

    private void bind(Body function, ArgTy parameter) {
        calledInClass(Identifier.normalised(parameter.arg)).forEach(function::bind);
    }

    /** No level of its own: the parser does not even say where it is. */
    @Override
    public final @Nullable Void visit(ArgumentsTy node) {
        read(node.posOnlyArgs);
        read(node.args);
        read(node.varArg);
        read(node.kwOnlyArgs);
        read(node.kwDefaults);
        read(node.kwArg);
        return read(node.defaults);
    }

    @Override
    public final @Nullable Void visit(ArgTy node) {
        name(node.arg, Role.PARAMETER, text.wordAtStart(span(node)));
        return read(node.annotation);
    }

    @Override
    public final @Nullable Void visit(ExprTy.ListComp node) {
        return comprehension(node.generators, node.element);
    }

    @Override
    public final @Nullable Void visit(ExprTy.SetComp node) {
        return comprehension(node.generators, node.element);
    }

    @Override
    public final @Nullable Void visit(ExprTy.DictComp node) {
        return comprehension(node.generators, node.key, node.value);
    }

    @Override
    public final @Nullable Void visit(ExprTy.GeneratorExp node) {
        return comprehension(node.generators, node.element);
    }

    private @Nullable Void comprehension(ComprehensionTy @Nullable [] generators, ExprTy... elements) {
        if (generators != null && generators.length > 0) {
            sources.put(generators[0], body());
        }
        withinFunction(() -> lookingUpIn(body().inner(Scope.FUNCTION), () -> {
            read(generators);
            read(elements);
        }));
        return null;
    }

    @Override
    public final @Nullable Void visit(ComprehensionTy node) {
        readTargets(Role.COMPREHENSION_TARGET, node.target);
        lookingUpIn(sources.getOrDefault(node, body()), () -> read(node.iter));
        return read(node.ifs);
    }
}
