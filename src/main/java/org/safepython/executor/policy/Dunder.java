package org.safepython.executor.policy;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safepython.executor.settings.Language;

/** Names with two underscores at both ends: which they are, and which of them are special. */
final class Dunder {

    static final String MATCH_ARGS = "__match_args__";

    /**
     * The special methods of the data model, without those that decide in what a class body is stored, what its bases
     * are or how every attribute is read: {@code __prepare__}, {@code __mro_entries__}, {@code __getattribute__},
     * {@code __subclasses__}.
     */
    static final Set<String> SPECIAL_METHODS = dunders(
            "new init del repr str bytes format lt le eq ne gt ge hash bool",
            "getattr setattr delattr dir get set delete",
            "init_subclass set_name instancecheck subclasscheck class_getitem call",
            "len length_hint getitem setitem delitem missing iter next reversed contains",
            "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or",
            "radd rsub rmul rmatmul rtruediv rfloordiv rmod rdivmod rpow rlshift rrshift rand rxor ror",
            "iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ixor ior",
            "neg pos abs invert complex int float index round trunc floor ceil",
            "enter exit buffer release_buffer await aiter anext aenter aexit");

    /** What Python 2 adds; {@code __metaclass__} is there what the keyword of a class statement is in Python 3. */
    static final Set<String> SPECIAL_METHODS_OF_PYTHON2 =
            dunders("metaclass nonzero cmp coerce unicode long hex oct", "getslice setslice delslice div rdiv idiv");

    private Dunder() {}

    static boolean isSpecialMethod(String name, Language language) {
        return SPECIAL_METHODS.contains(name)
                || (language == Language.PYTHON2 && SPECIAL_METHODS_OF_PYTHON2.contains(name));
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
