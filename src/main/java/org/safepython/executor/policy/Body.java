package org.safepython.executor.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A module, class or function as the place where names are looked up: what imports bind there, and what hides it. In
 * doubt a name stands for the import. Written by a front end, complete when the program is; confined to one thread.
 *
 * <p>Type parameters hide nothing, and what stands in a class body hides nothing: a class body looks a name up in the
 * module when it has not bound it yet.
 */
final class Body {

    private final Scope scope;
    private final Optional<Body> outer;
    private final Set<String> bound = new HashSet<>();
    private final Map<String, Set<Origin>> imported = new HashMap<>();
    private final Set<String> globals = new HashSet<>();
    private final Set<String> nonlocals = new HashSet<>();
    private final List<String> starred = new ArrayList<>();

    private Body(Scope scope, Optional<Body> outer) {
        this.scope = scope;
        this.outer = outer;
    }

    static Body module() {
        return new Body(Scope.MODULE, Optional.empty());
    }

    Body inner(Scope inner) {
        return new Body(inner, Optional.of(this));
    }

    /** Binds a name to something of the program's own. */
    void bind(String name) {
        if (!globals.contains(name) && !nonlocals.contains(name)) {
            bound.add(name);
        }
    }

    /** Binds a name to what is imported. */
    void bind(String name, Origin origin) {
        if (nonlocals.contains(name)) {
            // Which of the functions around it has the name is known later.
            for (Optional<Body> around = outer; around.isPresent(); around = around.get().outer) {
                around.get().add(name, origin);
            }
        } else {
            Body owner = globals.contains(name) ? module(this) : this;
            owner.bound.add(name);
            owner.add(name, origin);
        }
    }

    private void add(String name, Origin origin) {
        imported.computeIfAbsent(name, any -> new HashSet<>()).add(origin);
    }

    /** Binds whatever names a module has: in a function of Python 2, parameters too. */
    void bindAll(String module) {
        starred.add(module);
    }

    /** In Python 2 the declaration may come last, and holds for the whole body. */
    void declareGlobal(String name) {
        globals.add(name);
        bound.remove(name);
        List.copyOf(imported.getOrDefault(name, Set.of()))
                .forEach(origin -> module(this).bind(name, origin));
    }

    void declareNonlocal(String name) {
        nonlocals.add(name);
    }

    /** All that a name, read here, may have been imported as. */
    Set<Origin> origins(String name) {
        Set<Origin> origins = new HashSet<>(imported.getOrDefault(name, Set.of()));
        starred.forEach(module -> origins.add(new Origin(module, Optional.of(name))));
        if (scope == Scope.MODULE) {
            return origins;
        }
        if (globals.contains(name)) {
            origins.addAll(module(this).origins(name));
        } else if (scope == Scope.CLASS) {
            origins.addAll(module(this).origins(name));
            outer.map(body -> body.origins(name)).ifPresent(origins::addAll);
        } else if (!bound.contains(name)) {
            outer.map(body -> body.origins(name)).ifPresent(origins::addAll);
        }
        return origins;
    }

    /** Whether this is the other body, or inside it. */
    boolean isWithin(Body other) {
        return this == other || outer.filter(body -> body.isWithin(other)).isPresent();
    }

    /** Whether a name, read here, is a local of a function, and so neither of the module nor a builtin. */
    boolean hides(String name) {
        return scope == Scope.FUNCTION
                && !globals.contains(name)
                && (bound.contains(name)
                        || outer.filter(body -> body.hides(name)).isPresent());
    }

    private static Body module(Body body) {
        Body module = body;
        while (module.outer.isPresent()) {
            module = module.outer.get();
        }
        return module;
    }
}
