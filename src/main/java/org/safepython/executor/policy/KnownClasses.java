package org.safepython.executor.policy;

import java.util.HashSet;
import java.util.List;
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
        Set<String> unknown = new HashSet<>();
        program.namings().stream()
                .filter(KnownClasses::bindsOtherwise)
                .map(Naming::name)
                .forEach(unknown::add);
        spread(program.classes(), unknown);
        return new KnownClasses(Set.copyOf(unknown));
    }

    /** Whether a name gets a value by anything but a class statement. A class body's own names are seen only there. */
    private static boolean bindsOtherwise(Naming naming) {
        return switch (naming.role()) {
            case READ, CLASS -> false;
            case GLOBAL, NONLOCAL -> true;
            default -> naming.scope() != Scope.CLASS;
        };
    }

    /** A class that is not plain makes its name unknown, and so does an unknown base. */
    private static void spread(List<ClassStatement> classes, Set<String> unknown) {
        boolean more = true;
        while (more) {
            more = false;
            for (ClassStatement statement : classes) {
                boolean visible = statement.scope() != Scope.CLASS;
                if (visible && !plain(statement, unknown)) {
                    more |= unknown.add(statement.name());
                }
            }
        }
    }

    private static boolean plain(ClassStatement statement, Set<String> unknown) {
        return statement.plain()
                && statement.bases().stream().noneMatch(base -> mangled(base) || unknown.contains(base));
    }

    boolean knows(String name) {
        return !name.isEmpty() && !mangled(name) && !unknown.contains(name);
    }

    /** Names with {@code __} may be mangled, and so be other names than they seem. */
    private static boolean mangled(String name) {
        return name.contains("__");
    }
}
