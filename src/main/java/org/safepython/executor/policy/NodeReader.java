package org.safepython.executor.policy;

import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.SSTreeVisitor;
import com.oracle.graal.python.pegparser.sst.TypeIgnoreTy;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tree of Python 3: what all kinds of nodes share. The visitor interface has a method for
 * every kind, so one that is not handled does not compile, and with another parser on the class path does not link.
 * Lists and most parts of a node may be null.
 */
abstract class NodeReader extends ReferenceReader<SSTNode> implements SSTreeVisitor<@Nullable Void> {

    final Text text;

    /** Where a walrus binds: a comprehension has names of its own, but not these. */
    private Body walrusBody = body();

    private Role storing = Role.ASSIGNED;

    NodeReader(Text text, Program.Facts facts, Deadline deadline) {
        super(facts, deadline);
        this.text = text;
    }

    final @Nullable Void read(@Nullable SSTNode @Nullable [] children) {
        if (children != null) {
            for (SSTNode child : children) {
                read(child);
            }
        }
        return null;
    }

    final @Nullable Void read(@Nullable SSTNode child) {
        if (child != null) {
            descend(child);
        }
        return null;
    }

    @Override
    final void open(SSTNode node) {
        node.accept(this);
    }

    @Override
    final Span place(SSTNode node) {
        return span(node);
    }

    /** Reads a part that has names of its own. */
    final void inBody(Body inner, Runnable reading) {
        Body outer = walrusBody;
        walrusBody = inner;
        lookingUpIn(inner, reading);
        walrusBody = outer;
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

    /** Parameters are read around the body that knows them. */
    @Override
    final void bind(String name, Role role) {
        switch (role) {
            case PARAMETER, TYPE_PARAMETER -> {}
            case WALRUS_TARGET -> walrusBody.bind(name);
            default -> super.bind(name, role);
        }
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
