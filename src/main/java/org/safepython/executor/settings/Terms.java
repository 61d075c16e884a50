package org.safepython.executor.settings;

import java.util.Set;

/**
 * What the rules of a preset look for. Immutable.
 *
 * @param modules dotted names of the modules that can be imported
 * @param builtins builtins that cannot be named
 * @param systemModules names of system modules, which can neither be named nor read as attributes
 * @param names other names that cannot be used
 * @param attributes other attributes that cannot be used
 * @param specialNames names {@code __x__} that can be used besides those that everybody can
 * @param ownMethods whether special names can also be used where they reach no more than what the program has: as operators, as
 *     methods of {@code super()} and of builtin classes of values, as texts about an object, and by their plain names
 * @param bytes size of a program, at most {@link #MOST_BYTES}
 * @param nesting depth of a program's tree, at most {@link #MOST_NESTING}
 */
public record Terms(
        Set<String> modules,
        Set<String> builtins,
        Set<String> systemModules,
        Set<String> names,
        Set<String> attributes,
        Set<String> specialNames,
        boolean ownMethods,
        int bytes,
        int nesting) {

    /** The largest program that any preset takes. */
    public static final int MOST_BYTES = 64 * 1024;

    /** The deepest tree that any preset takes; the parser's stack is sized for it. */
    public static final int MOST_NESTING = 200;

    /** No imports, nothing that leads out of plain computing. */
    public static final Terms STRICT = new Terms(
            Set.of(),
            Set.of(
                    "__import__",
                    "open",
                    "exec",
                    "eval",
                    "compile",
                    "globals",
                    "locals",
                    "vars",
                    "getattr",
                    "setattr",
                    "delattr",
                    "breakpoint",
                    "help",
                    "memoryview",
                    "copyright",
                    "credits",
                    "license"),
            Set.of("os", "sys", "socket", "shutil", "ctypes", "subprocess", "builtins", "importlib", "posix"),
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            MOST_BYTES,
            MOST_NESTING);

    /** {@link #STRICT}, imports of modules that compute, and special methods called as everybody calls them. */
    public static final Terms STANDARD = STRICT.withOwnMethodsAndModules(
            Set.of(("abc array base64 binascii bisect calendar cmath collections collections.abc "
                            + "colorsys contextlib copy csv dataclasses datetime decimal difflib enum fractions "
                            + "functools graphlib hashlib heapq hmac html io itertools json keyword math "
                            + "numbers operator pprint queue random re reprlib secrets statistics string struct "
                            + "textwrap time types typing unicodedata uuid zlib __future__")
                    .split(" ", -1)));

    /** Copies the sets. */
    public Terms {
        modules = Set.copyOf(modules);
        builtins = Set.copyOf(builtins);
        systemModules = Set.copyOf(systemModules);
        names = Set.copyOf(names);
        attributes = Set.copyOf(attributes);
        specialNames = Set.copyOf(specialNames);
        requireWithin(bytes, MOST_BYTES);
        requireWithin(nesting, MOST_NESTING);
    }

    private Terms withOwnMethodsAndModules(Set<String> others) {
        return new Terms(others, builtins, systemModules, names, attributes, specialNames, true, bytes, nesting);
    }

    private static void requireWithin(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new IllegalArgumentException("a limit of " + limit + " is not from 1 to " + most);
        }
    }
}
