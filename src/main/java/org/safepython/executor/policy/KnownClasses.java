package org.safepython.executor.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that can only stand for a builtin or for a class that plain class statements made, bases included.
 * Everything that such a class holds under a fixed name is written in the program.
 */
final class KnownClasses {

    private final Set<String> unknown;

    private KnownClasses(Set<String> unknown) {
        this.unknown = unknown;
    }

    static KnownClasses of(Program program) {
        // A class body's own names are seen in that body alone.
        List<ClassStatement> classes = program.classes().stream()
                .filter(statement -> statement.scope() != Scope.CLASS)
                .toList();
        Set<String> unknown = new HashSet<>();
        program.namings().stream().filter(KnownClasses::bindsOtherwise).forEach(naming -> unknown.add(naming.name()));
        classes.stream().filter(statement -> !isPlain(statement)).forEach(statement -> unknown.add(statement.name()));
        spread(classes, unknown);
        return new KnownClasses(Set.copyOf(unknown));
    }

    /** Whether a name gets its value by anything but a class statement. */
    private static boolean bindsOtherwise(Naming naming) {
        return switch (naming.role()) {
            case READ, CLASS -> false;
            case GLOBAL, NONLOCAL -> true;
            default -> naming.scope() != Scope.CLASS;
        };
    }

    private static boolean isPlain(ClassStatement statement) {
        return statement.plain() && statement.bases().stream().noneMatch(KnownClasses::isMangled);
    }

    /** What is derived from the unknown is unknown. */
    private static void spread(List<ClassStatement> classes, Set<String> unknown) {
        Map<String, Set<String>> derived = new HashMap<>();
        for (ClassStatement statement : classes) {
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

    /** Names with {@code __} may be mangled, and so be other names than they seem. */
    private static boolean isMangled(String name) {
        return name.contains("__");
    }
}
