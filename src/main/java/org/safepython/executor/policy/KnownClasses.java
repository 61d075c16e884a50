package org.safepython.executor.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that can only stand for a builtin, a reviewed member of a module, or a class that plain class statements
 * made, bases included. Everything that such a class holds under a fixed name is written in the program.
 */
final class KnownClasses {

    private static final Set<String> NAMED_TUPLES = Set.of("collections.namedtuple", "typing.NamedTuple");
    /** These leave a class what it is, or add what its text says. */
    private static final Set<String> DECORATORS = Set.of(
            "dataclasses.dataclass",
            "enum.unique",
            "functools.total_ordering",
            "typing.final",
            "typing.runtime_checkable");

    /** Where these are subscripted as a base, they are the base themselves; {@code Annotated[X, y]} is X. */
    private static final Set<String> GENERIC_MEMBERS = Set.of(
            "collections.Counter",
            "collections.OrderedDict",
            "collections.UserList",
            "collections.abc.Callable",
            "collections.abc.Collection",
            "collections.abc.Container",
            "collections.abc.Iterable",
            "collections.abc.Iterator",
            "collections.abc.Mapping",
            "collections.abc.MutableMapping",
            "collections.abc.MutableSequence",
            "collections.abc.MutableSet",
            "collections.abc.Sequence",
            "collections.abc.Set",
            "collections.defaultdict",
            "collections.deque",
            "typing.Dict",
            "typing.Generic",
            "typing.Iterable",
            "typing.Iterator",
            "typing.List",
            "typing.Mapping",
            "typing.MutableMapping",
            "typing.MutableSequence",
            "typing.Protocol",
            "typing.Sequence");

    private static final Set<String> GENERIC_BUILTINS = Set.of("dict", "frozenset", "list", "set", "tuple");

    private final Imports imports;
    private final Set<String> classes = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();

    private KnownClasses(Imports imports) {
        this.imports = imports;
    }

    static KnownClasses of(Program program, Set<String> modules) {
        KnownClasses known = new KnownClasses(new Imports(program, modules));
        // A class body's own names are seen in that body alone.
        List<ClassStatement> classes = program.classes().stream()
                .filter(statement -> statement.scope() != Scope.CLASS)
                .toList();
        classes.forEach(statement -> known.classes.add(statement.name()));
        program.namings().stream().filter(known::bindsOtherwise).forEach(naming -> known.unknown.add(naming.name()));
        program.madeNames().stream()
                .filter(made -> made.scope() != Scope.CLASS && !(made.fields() && known.isNamedTuple(made.maker())))
                .forEach(made -> known.unknown.add(made.name()));
        List<String> odd = classes.stream()
                .filter(statement -> !known.isPlain(statement))
                .map(ClassStatement::name)
                .toList();
        known.unknown.addAll(odd);
        known.spread(classes);
        return known;
    }

    /** Whether a name gets its value by anything but a class statement, a reviewed import or a call. */
    private boolean bindsOtherwise(Naming naming) {
        return switch (naming.role()) {
            case READ, CLASS, ASSIGNED_CALL -> false;
            case GLOBAL, NONLOCAL -> true;
            case IMPORT_ALIAS -> !imports.areReviewed(naming.name());
            default -> naming.scope() != Scope.CLASS;
        };
    }

    /** Whether nothing but its text, its bases and reviewed decorators decides what a class is. */
    boolean isPlain(ClassStatement statement) {
        return statement.plain()
                && statement.metaclass().stream().allMatch(metaclass -> isMember(metaclass, Set.of("abc.ABCMeta")))
                && statement.decorators().stream()
                        .allMatch(decorator -> isMember(String.join(".", decorator.path()), DECORATORS))
                && statement.bases().stream().allMatch(this::isBase);
    }

    /** Whether a base is known, or is a name of which that is found out in time. */
    private boolean isBase(String base) {
        if (base.endsWith("[]")) {
            String bare = base.substring(0, base.length() - 2);
            return isMember(bare, GENERIC_MEMBERS)
                    || (GENERIC_BUILTINS.contains(bare) && knows(bare) && !classes.contains(bare));
        }
        return base.contains(".") ? isMember(base) : !isMangled(base);
    }

    private boolean isNamedTuple(String path) {
        return isMember(path, NAMED_TUPLES);
    }

    private boolean isMember(String path, Set<String> members) {
        return isMember(path) && imports.member(path).filter(members::contains).isPresent();
    }

    /** Whether a dotted path can only stand for a reviewed member of a module. */
    boolean isMember(String path) {
        String head = path.split("\\.", 2)[0];
        return knows(head) && !classes.contains(head) && imports.member(path).isPresent();
    }

    /** Whether a dotted path may stand for one of these members, whatever else its first name is. */
    boolean mayMean(String path, Set<String> members) {
        return imports.mayMean(path, members);
    }

    /** All that a reference may stand for, as far as it leads through imports. */
    List<Meaning> meanings(Reference reference) {
        return imports.meanings(reference);
    }

    /** That member, as {@code module.member}. */
    String member(String path) {
        return imports.member(path).orElseThrow();
    }

    /** What is derived from the unknown is unknown. */
    private void spread(List<ClassStatement> statements) {
        Map<String, Set<String>> derived = new HashMap<>();
        for (ClassStatement statement : statements) {
            for (String base : statement.bases()) {
                derived.computeIfAbsent(base, any -> new HashSet<>()).add(statement.name());
            }
        }
        Deque<String> fresh = new ArrayDeque<>(unknown);
        while (!fresh.isEmpty()) {
            for (String name : derived.getOrDefault(fresh.pop(), Set.of())) {
                if (unknown.add(name)) {
                    fresh.push(name);
                }
            }
        }
    }

    boolean knows(String name) {
        return !isMangled(name) && !unknown.contains(name);
    }

    /** Whether a name stands for a builtin that nobody can change. */
    boolean isForeign(String name) {
        return knows(name) && !classes.contains(name) && !imports.bind(name);
    }

    /** Names with {@code __} may be mangled, and so be other names than they seem. */
    private static boolean isMangled(String name) {
        return name.contains("__");
    }
}
