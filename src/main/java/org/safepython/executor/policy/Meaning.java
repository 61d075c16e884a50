package org.safepython.executor.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a dotted path stands for where a module was imported.
 *
 * @param module the innermost module on the way
 * @param rest the parts behind it: a member of the module, and what is read from that
 */
record Meaning(String module, List<String> rest) {

    Meaning {
        rest = List.copyOf(rest);
    }

    /** What an import has bound, and what is read from it. */
    static Meaning of(Origin origin, List<String> behind, Set<String> modules) {
        List<String> rest =
                Stream.concat(origin.member().stream(), behind.stream()).toList();
        String module = origin.module();
        while (!rest.isEmpty() && modules.contains(module + "." + rest.get(0))) {
            module += "." + rest.get(0);
            rest = rest.subList(1, rest.size());
        }
        return new Meaning(module, rest);
    }

    /** The member as {@code module.member}, without what is read from it. */
    String member() {
        return rest.isEmpty() ? module : module + "." + rest.get(0);
    }

    String path() {
        return Stream.concat(Stream.of(module), rest.stream()).collect(Collectors.joining("."));
    }
}
