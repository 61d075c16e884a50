package org.safepython.executor.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what imports bind, and in which body dotted paths are looked up: what the front ends share, since only the
 * bodies differ between the Pythons.
 *
 * @param <N> the parser's nodes
 */
abstract class ReferenceReader<N> extends TreeReader<N> {

    private final IdentityHashMap<N, Use> uses = new IdentityHashMap<>();
    private Body body = Body.module();

    /** The node, met next, that is the beginning of a dotted path already written down. */
    private @Nullable N continued;

    /** The node, met next, that is the target of an augmented assignment. */
    private @Nullable N updated;

    /**
     * A name, or an attribute.
     *
     * @param owner what the attribute is read from
     */
    record Part<N>(String name, Span span, Optional<N> owner) {}

    ReferenceReader(Program.Facts facts, Deadline deadline) {
        super(facts, deadline);
    }

    /** What a node is, if it is a name or an attribute. */
    abstract Optional<Part<N>> part(N node);

    final Body body() {
        return body;
    }

    /** Reads a part whose names are looked up elsewhere. */
    final void lookingUpIn(Body other, Runnable reading) {
        Body before = body;
        body = other;
        reading.run();
        body = before;
    }

    /** Says for what the node, met later, is read; what has been said before is more precise. */
    final void use(N node, Use use) {
        uses.putIfAbsent(node, use);
    }

    /** What happens to the operands of a comparison; nothing is known of those that order. */
    static <O> Optional<Use> comparison(List<O> operators, Set<O> identity, Set<O> equality) {
        if (identity.containsAll(operators)) {
            return Optional.of(Use.INSPECTED);
        }
        return equality.containsAll(operators) ? Optional.of(Use.COMPARED) : Optional.empty();
    }

    /** Writes down the dotted path that ends here, if it is one and goes no further. */
    final void refer(N node, Access access) {
        Use said = uses.remove(node);
        Use use = said == null ? Use.VALUE : said;
        if (node != continued) {
            path(node)
                    .ifPresent(path -> path.names()
                            .forEach(names ->
                                    facts.references.add(new Reference(names, access, use, body, path.spans()))));
        }
    }

    final void updated(N target) {
        updated = target;
    }

    final boolean isUpdated(N node) {
        return node == updated;
    }

    /** Reads what an attribute, already written down, is read from. */
    final void continued(N owner) {
        continued = owner;
    }

    /** The dotted path that an expression is. */
    final Optional<DottedPath> path(N node) {
        Deque<String> tail = new ArrayDeque<>();
        Deque<Span> spans = new ArrayDeque<>();
        Optional<Part<N>> part = part(node);
        while (part.isPresent()) {
            spans.push(part.get().span());
            Optional<N> owner = part.get().owner();
            if (owner.isEmpty()) {
                Set<String> heads = calledInClass(part.get().name());
                return Optional.of(new DottedPath(heads, List.copyOf(tail), List.copyOf(spans)));
            }
            tail.push(part.get().name());
            part = part(owner.get());
        }
        return Optional.empty();
    }

    final void importModule(String module, Span statement) {
        facts.imports.add(new ImportedModule(module, statement, scope()));
    }

    /** {@code import a.b} binds {@code a}, {@code import a.b as c} binds the inner module. */
    final void bindModule(String module, @Nullable String alias, Span span) {
        String outermost = module.split("\\.", 2)[0];
        if (alias == null) {
            bindImport(outermost, new Origin(outermost, Optional.empty()), span);
        } else {
            bindImport(alias, new Origin(module, Optional.empty()), span);
        }
    }

    final void bindImport(String name, Origin origin, Span span) {
        for (String called : calledInClass(Identifier.normalised(name))) {
            body.bind(called, origin);
            facts.importedNames.add(new ImportedName(called, origin, span));
        }
    }

    /** Binds whatever names a module has. */
    final void bindAll(String module, Span span) {
        body.bindAll(module);
        facts.importedNames.add(new ImportedName("*", new Origin(module, Optional.empty()), span));
    }

    @Override
    void bind(String name, Role role) {
        switch (role) {
            case READ, DELETED, IMPORT_ALIAS -> {}
            case GLOBAL -> body.declareGlobal(name);
            case NONLOCAL -> body.declareNonlocal(name);
            default -> body.bind(name);
        }
    }
}
