package org.safepython.executor.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the names of a program are imported as, wherever in it. */
final class Imports {

    private final Map<String, Set<Origin>> named = new HashMap<>();
    private final Set<String> starred = new HashSet<>();
    private final Set<String> modules;
    private final Library library;

    Imports(Program program, Set<String> modules) {
        this.modules = modules;
        this.library = Library.of(program.language());
        for (ImportedName imported : program.importedNames()) {
            if (imported.name().equals("*")) {
                starred.add(imported.origin().module());
            } else {
                named.computeIfAbsent(imported.name(), any -> new HashSet<>()).add(imported.origin());
            }
        }
    }

    private Set<Origin> origins(String name) {
        Set<Origin> origins = new HashSet<>(named.getOrDefault(name, Set.of()));
        starred.stream()
                .filter(module -> library.knows(module, name))
                .forEach(module -> origins.add(new Origin(module, Optional.of(name))));
        return origins;
    }

    /** All that a reference may stand for, as far as it leads through imports. */
    List<Meaning> meanings(Reference reference) {
        List<String> path = reference.path();
        return starred.isEmpty() && !named.containsKey(path.get(0))
                ? List.of()
                : reference.body().origins(path.get(0)).stream()
                        .map(origin -> Meaning.of(origin, path.subList(1, path.size()), modules))
                        .toList();
    }

    /** Whether a reference may stand for a member, {@code module.member}, or something of it. */
    boolean mean(Reference reference, String member) {
        return mean(reference, Set.of(member));
    }

    private boolean mean(Reference reference, Set<String> members) {
        return meanings(reference).stream().anyMatch(meaning -> members.contains(meaning.member()));
    }

    /** The references of a program that may stand for one of these members, or something of it. */
    List<Reference> uses(Set<String> members, Program program) {
        return program.references().stream()
                .filter(reference -> mean(reference, members))
                .toList();
    }

    /** Whether a dotted path may stand for one of these members, whatever else its first name is. */
    boolean mayMean(String path, Set<String> members) {
        List<String> parts = List.of(path.split("\\.", -1));
        return origins(parts.get(0)).stream()
                .map(origin -> Meaning.of(origin, parts.subList(1, parts.size()), modules))
                .anyMatch(meaning -> members.contains(meaning.member()));
    }

    /** Whether all that an import binds to this name comes from modules that were reviewed. */
    boolean areReviewed(String name) {
        return origins(name).stream().allMatch(origin -> library.knows(origin.module()));
    }

    boolean bind(String name) {
        return !origins(name).isEmpty();
    }

    /** The only member of a reviewed module, as {@code module.member}, that a dotted path can stand for. */
    Optional<String> member(String path) {
        List<String> parts = List.of(path.split("\\.", -1));
        List<String> behind = parts.subList(1, parts.size());
        Set<String> members = origins(parts.get(0)).stream()
                .map(origin -> Meaning.of(origin, behind, modules))
                .map(meaning -> isReviewed(meaning) ? meaning.member() : "")
                .collect(Collectors.toSet());
        return members.size() == 1
                ? members.stream().filter(member -> !member.isEmpty()).findAny()
                : Optional.empty();
    }

    private boolean isReviewed(Meaning meaning) {
        return meaning.rest().size() == 1
                && library.knows(meaning.module(), meaning.rest().get(0))
                && library.use(meaning.module(), meaning.rest().get(0)).isPresent();
    }
}
