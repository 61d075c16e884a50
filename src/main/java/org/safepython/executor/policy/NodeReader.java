package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.SSTreeVisitor;
import com.oracle.graal.python.pegparser.sst.TypeIgnoreTy;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks the parser's tree and writes down facts: what all kinds of nodes share. The visitor interface has a method for
 * every kind, so one that is not handled does not compile, and with another parser on the class path does not link.
 * Lists and most parts of a node may be null.
 */
abstract class NodeReader implements SSTreeVisitor<@Nullable Void> {

    private static final int NODES_BETWEEN_CHECKS = 256;

    final Text text;
    final Program.Facts facts;
    private final Deadline deadline;
    private int nodes;
    private int depth;
    private boolean goesDeeper;
    private Scope scope = Scope.MODULE;
    private List<String> owners = List.of();
    private Body body = Body.module();

    /** Where a walrus binds: a comprehension has names of its own, but not these. */
    private Body walrusBody = body;

    private final IdentityHashMap<SSTNode, Use> uses = new IdentityHashMap<>();
    private Role storing = Role.ASSIGNED;

    NodeReader(Text text, Program.Facts facts, Deadline deadline) {
        this.text = text;
        this.facts = facts;
        this.deadline = deadline;
    }

    final @Nullable Void read(@Nullable SSTNode @Nullable [] children) {
        if (children != null) {
            for (SSTNode child : children) {
                read(child);
            }
        }
        return null;
    }

    /** Goes one level down, but not too deep: the levels are those of this program's stack, too. */
    final @Nullable Void read(@Nullable SSTNode child) {
        if (child == null) {
            return null;
        }
        if (++nodes % NODES_BETWEEN_CHECKS == 0) {
            deadline.check();
        }
        if (depth == facts.deepest) {
            goesDeeper = true;
            return null;
        }
        depth++;
        child.accept(this);
        depth--;
        if (goesDeeper) {
            goesDeeper = false;
            facts.tooDeep.add(span(child));
        }
        return null;
    }

    /** Reads a part that belongs to another body. */
    final void within(Scope inner, List<String> innerOwners, Runnable reading) {
        Scope outer = scope;
        List<String> outerOwners = owners;
        scope = inner;
        owners = innerOwners;
        reading.run();
        scope = outer;
        owners = outerOwners;
    }

    /** Reads a part that has names of its own. */
    final void inBody(Body inner, Runnable reading) {
        Body outer = walrusBody;
        walrusBody = inner;
        lookingUpIn(inner, reading);
        walrusBody = outer;
    }

    /** Reads a part whose names are looked up elsewhere. */
    final void lookingUpIn(Body other, Runnable reading) {
        Body before = body;
        body = other;
        reading.run();
        body = before;
    }

    final Body body() {
        return body;
    }

    /** Says for what the node, met later, is read. */
    final void use(SSTNode node, Use use) {
        uses.put(node, use);
    }

    final Use useOf(SSTNode node) {
        Use use = uses.remove(node);
        return use == null ? Use.VALUE : use;
    }

    final void withinFunction(Runnable reading) {
        within(Scope.FUNCTION, owners, reading);
    }

    /** Reads targets, which get their values in this way. */
    final void readTargets(Role role, @Nullable SSTNode... targets) {
        Role before = storing;
        storing = role;
        read(targets);
        storing = before;
    }

    final Role storing() {
        return storing;
    }

    final Scope scope() {
        return scope;
    }

    /** The classes whose names Python mangles private names with: one, but for the headers of classes. */
    final List<String> owners() {
        return owners;
    }

    final void name(String name, Role role, Span span) {
        String normalised = Identifier.normalised(name);
        facts.namings.add(new Naming(normalised, role, scope, span));
        calledInClass(normalised).forEach(called -> bind(called, role));
    }

    private void bind(String name, Role role) {
        switch (role) {
            case READ, DELETED, IMPORT_ALIAS, PARAMETER, TYPE_PARAMETER -> {}
            case GLOBAL -> body.declareGlobal(name);
            case NONLOCAL -> body.declareNonlocal(name);
            case WALRUS_TARGET -> walrusBody.bind(name);
            default -> body.bind(name);
        }
    }

    /** The names by which Python knows what is written like this here: more than one in doubt. */
    final Set<String> calledInClass(String name) {
        return Identifier.isPrivate(name) && !owners.isEmpty()
                ? owners.stream().map(owner -> Identifier.mangled(name, owner)).collect(Collectors.toSet())
                : Set.of(name);
    }

    final void attribute(String name, Access access, Span span) {
        attribute(name, access, Optional.empty(), span);
    }

    final void attribute(String name, Access access, Optional<String> template, Span span) {
        facts.attributes.add(new AttributeUse(Identifier.normalised(name), access, template, span));
    }

    static Span span(SSTNode node) {
        return ParserEvents.span(node.getSourceRange());
    }

    /** Says that a parsed file cannot have this node; to be thrown, and so to end as a refusal. */
    static IllegalStateException notInAFile(SSTNode node) {
        return new IllegalStateException(node.getClass().getSimpleName() + " in a file");
    }

    @Override
    public final @Nullable Void visit(TypeIgnoreTy.TypeIgnore node) {
        throw notInAFile(node);
    }
}
