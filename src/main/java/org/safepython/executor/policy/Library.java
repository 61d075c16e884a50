package org.safepython.executor.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safepython.executor.settings.Language;

/** What of each known module programs may use. Immutable. */
final class Library {

    private static final Map<Language, Library> ALL = Map.of(
            Language.PYTHON3, read("library.txt"),
            Language.PYTHON2, read("library-python2.txt"));

    /** What can be used of a module, and in what way; what is refused although a star import binds it has no way. */
    private final Map<String, Map<String, Optional<Use>>> modules;

    private Library(Map<String, Map<String, Optional<Use>>> modules) {
        this.modules = modules;
    }

    /** What programs in this language may use. */
    static Library of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Library read(String resource) {
        try (InputStream in = Objects.requireNonNull(Library.class.getResourceAsStream(resource))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Library parse(String text) {
        Map<String, Map<String, Optional<Use>>> modules = new HashMap<>();
        String module = "";
        for (String word : text.replaceAll("(?m)^#.*$", "").strip().split("\\s+", -1)) {
            if (word.endsWith(":")) {
                module = word.substring(0, word.length() - 1);
                modules.put(module, new HashMap<>());
            } else {
                add(word, Objects.requireNonNull(modules.get(module)));
            }
        }
        return new Library(modules);
    }

    private static void add(String word, Map<String, Optional<Use>> members) {
        String[] parts = word.split("=", -1);
        if (word.startsWith("!")) {
            members.put(word.substring(1), Optional.empty());
        } else {
            String use = parts.length == 1
                    ? "VALUE"
                    : parts[1].toUpperCase(Locale.ROOT).replace('-', '_');
            members.put(parts[0], Optional.of(Use.valueOf(use)));
        }
    }

    Set<String> modules() {
        return Set.copyOf(modules.keySet());
    }

    /** All names of a module that are known, refused or not. */
    Set<String> names(String module) {
        return Set.copyOf(modules.getOrDefault(module, Map.of()).keySet());
    }

    /** Whether the names of a module, refused or not, are known. */
    boolean knows(String module) {
        return modules.containsKey(module);
    }

    /** Those of the modules that this Python may have. */
    Set<String> offered(Set<String> allowed) {
        return allowed.stream().filter(module -> !lacks(module)).collect(Collectors.toSet());
    }

    /** Whether only another Python has this module. */
    boolean lacks(String module) {
        return !knows(module) && ALL.values().stream().anyMatch(library -> library.knows(module));
    }

    /** Whether a star import of a module binds this name. */
    boolean knows(String module, String member) {
        return modules.getOrDefault(module, Map.of()).containsKey(member);
    }

    /**
     * In what way a member of a module can be used, if at all. Of a module that an operator allows and nobody reviewed
     * that is everything public.
     */
    Optional<Use> use(String module, String member) {
        if (lacks(module)) {
            return Optional.empty();
        }
        if (!knows(module)) {
            return member.startsWith("_") ? Optional.empty() : Optional.of(Use.VALUE);
        }
        return modules.getOrDefault(module, Map.of()).getOrDefault(member, Optional.empty());
    }
}
