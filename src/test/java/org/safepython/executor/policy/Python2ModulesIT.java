package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Terms;

/** The modules of Python 2.7, and why some of what they have is harmless. */
class Python2ModulesIT extends LibraryProof {

    private static final String BY_NAME = "has a parameter that is called input";
    private static final String LOCALE = "asks whether the module locale is loaded";
    private static final String METACLASS = "no program reads __metaclass__";

    private static final Map<String, String> HARMLESS_MEMBERS = Map.ofEntries(
            Map.entry("abc.ABCMeta", "makes classes; ClassMaking knows"),
            Map.entry("base64.decode", BY_NAME),
            Map.entry("base64.encode", BY_NAME),
            Map.entry("collections.namedtuple", "executes names, which must be literal"),
            Map.entry("copy.copy", "sets computed names; CopyRule knows"),
            Map.entry("copy.deepcopy", "sets computed names; CopyRule knows"),
            Map.entry("functools.total_ordering", "reads and sets the names of comparisons"),
            Map.entry("functools.wraps", "given one argument and a function it reads and sets fixed names"),
            Map.entry("pprint.isreadable", LOCALE),
            Map.entry("pprint.isrecursive", LOCALE),
            Map.entry("pprint.saferepr", LOCALE),
            Map.entry("types.GeneratorType", "makes nothing, and its attributes are refused by their names"));

    private static final Map<String, String> HARMLESS_ATTRIBUTES = Map.ofEntries(
            Map.entry("ABCMeta.__new__", "reads names of the class that it makes, and hands nothing out"),
            Map.entry("ABCMeta.__subclasscheck__", "calls a list of its own __subclasses__"),
            Map.entry("Callable.__metaclass__", METACLASS),
            Map.entry("Container.__metaclass__", METACLASS),
            Map.entry("Hashable.__metaclass__", METACLASS),
            Map.entry("IOBase.__metaclass__", METACLASS),
            Map.entry("Iterable.__metaclass__", METACLASS),
            Map.entry("Number.__metaclass__", METACLASS),
            Map.entry("Sized.__metaclass__", METACLASS),
            Map.entry("Template.__metaclass__", METACLASS),
            Map.entry("OrderedDict.__reduce__", "copies its own namespace, for copy"),
            Map.entry("GeneratorContextManager.__exit__", "compares the error that is handled"),
            Map.entry("Context.__repr__", "prints fixed names of its own"),
            Map.entry("PrettyPrinter", "no program has such an object: the class is refused"),
            Map.entry("Formatter.get_field", "no program has such an object: the class is refused"));

    Python2ModulesIT() {
        super(
                Language.PYTHON2,
                List.of("import %1$s\nprint >>%1$s.%2$s", "def f():\n  import %1$s as k\n  global k\nk.%2$s"),
                HARMLESS_MEMBERS,
                HARMLESS_ATTRIBUTES);
    }

    @Test
    void testWhatIsRefusedAsMissingIsMissing() {
        assertThat(facts("lacks").map(fact -> fact.get(1)))
                .isNotEmpty()
                .allMatch(Library.of(Language.PYTHON2)::lacks)
                .hasSize(Terms.STANDARD.modules().size()
                        - Library.of(Language.PYTHON2).modules().size());
    }
}
