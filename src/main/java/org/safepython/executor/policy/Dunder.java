package org.safepython.executor.policy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safepython.executor.settings.Language;

/** Names with two underscores at both ends: which they are, and which of them are special. */
final class Dunder {

    static final String MATCH_ARGS = "__match_args__";

    /** The special methods that do what an operator, a builtin or a subscript does. */
    private static final Set<String> OPERATORS = dunders(
            "repr str bytes format lt le eq ne gt ge hash bool",
            "len length_hint getitem setitem delitem missing iter next reversed contains",
            "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or",
            "radd rsub rmul rmatmul rtruediv rfloordiv rmod rdivmod rpow rlshift rrshift rand rxor ror",
            "iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ixor ior",
            "neg pos abs invert complex int float index round trunc floor ceil");

    /** Those by which classes, statements and functions work. */
    private static final Set<String> OF_STATEMENTS = dunders(
            "new init del init_subclass instancecheck subclasscheck call", "enter exit await aiter anext aenter aexit");

    /** Those that read, set or hand out attributes by computed names, or memory. */
    private static final Set<String> REACHING =
            dunders("getattr setattr delattr dir get set delete set_name class_getitem buffer release_buffer");

    /**
     * The special methods of the data model, without those that decide in what a class body is stored, what its bases
     * are or how every attribute is read: {@code __prepare__}, {@code __mro_entries__}, {@code __getattribute__},
     * {@code __subclasses__}.
     */
    static final Set<String> SPECIAL_METHODS =
            Stream.of(OPERATORS, OF_STATEMENTS, REACHING).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    /** What Python 2 adds; {@code __metaclass__} is there what the keyword of a class statement is in Python 3. */
    static final Set<String> SPECIAL_METHODS_OF_PYTHON2 =
            dunders("metaclass nonzero cmp coerce unicode long hex oct", "getslice setslice delslice div rdiv idiv");

    /** The classes of values: their special methods are operators. */
    private static final Set<String> VALUE_CLASSES = Set.of(
            "object",
            "bool",
            "int",
            "float",
            "complex",
            "str",
            "bytes",
            "bytearray",
            "tuple",
            "list",
            "dict",
            "set",
            "frozenset");

    private Dunder() {}

    static boolean isSpecialMethod(String name, Language language) {
        return SPECIAL_METHODS.contains(name)
                || (language == Language.PYTHON2 && SPECIAL_METHODS_OF_PYTHON2.contains(name));
    }

    static boolean isSpecialMethodOfAny(String name) {
        return SPECIAL_METHODS.contains(name) || SPECIAL_METHODS_OF_PYTHON2.contains(name);
    }

    static boolean isValueClass(String name) {
        return VALUE_CLASSES.contains(name);
    }

    static boolean isOperator(String name) {
        return OPERATORS.contains(name);
    }

    static boolean isOfStatements(String name) {
        return OF_STATEMENTS.contains(name);
    }

    static Set<String> dunders(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Stream.of(line.split(" ")))
                .map(word -> "__" + word + "__")
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the name is {@code __x__}: underscores alone are none. */
    static boolean is(String name) {
        return name.startsWith("__") && name.endsWith("__") && name.chars().anyMatch(character -> character != '_');
    }
}
