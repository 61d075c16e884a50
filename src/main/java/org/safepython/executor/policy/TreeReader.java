package org.safepython.executor.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Walks a parser's tree and writes down facts: what the front ends share, whatever their nodes are.
 *
 * @param <N> the parser's nodes
 */
abstract class TreeReader<N> {

    private static final int NODES_BETWEEN_CHECKS = 256;

    final Program.Facts facts;
    private final Deadline deadline;
    private int nodes;
    private int depth;
    private boolean goesDeeper;
    private Scope scope = Scope.MODULE;
    private List<String> owners = List.of();

    TreeReader(Program.Facts facts, Deadline deadline) {
        this.facts = facts;
        this.deadline = deadline;
    }

    /** Reads what is in a node. */
    abstract void open(N node);

    /** Where a node stands. */
    abstract Span place(N node);

    /** Goes one level down, but not too deep: the levels are those of this program's stack, too. */
    final void descend(N child) {
        if (++nodes % NODES_BETWEEN_CHECKS == 0) {
            deadline.check();
        }
        if (depth == facts.deepest) {
            goesDeeper = true;
            return;
        }
        depth++;
        open(child);
        depth--;
        if (goesDeeper) {
            goesDeeper = false;
            facts.tooDeep.add(place(child));
        }
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

    final void withinFunction(Runnable reading) {
        within(Scope.FUNCTION, owners, reading);
    }

    final Scope scope() {
        return scope;
    }

    /** The classes whose names Python mangles private names with: one, but for the headers of classes. */
    final List<String> owners() {
        return owners;
    }

    /** A name as it is called here: private names are mangled inside classes. */
    final Set<String> calledInClass(String name) {
        return Identifier.isPrivate(name) && !owners.isEmpty()
                ? owners.stream().map(owner -> Identifier.mangled(name, owner)).collect(Collectors.toSet())
                : Set.of(name);
    }

    final void name(String name, Role role, Span span) {
        String normalised = Identifier.normalised(name);
        facts.namings.add(new Naming(normalised, role, scope, span));
        if (role != Role.READ) {
            calledInClass(normalised).forEach(called -> bind(called, role));
        }
    }

    /** Takes note that a name is written in the body that is being read. */
    abstract void bind(String name, Role role);

    final void attribute(String name, Access access, Span span) {
        attribute(name, access, Optional.empty(), span);
    }

    final void attribute(String name, Access access, Optional<String> template, Span span) {
        facts.attributes.add(new AttributeUse(Identifier.normalised(name), access, template, span));
    }
}
