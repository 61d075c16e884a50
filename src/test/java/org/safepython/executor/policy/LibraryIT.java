package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.RealService;
import org.safepython.executor.TestSettings;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.settings.Terms;

/**
 * No module that can be imported is a bridge: what leads out of one, as the guest's own Python tells, is refused in every
 * way of writing it. What is allowed although it looks as if it led out stands here with the reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryIT {

    private static final Map<String, String> HARMLESS_MEMBERS = Map.ofEntries(
            Map.entry("collections.namedtuple", "evaluates names that it has checked, without builtins"),
            Map.entry("copy.copy", "sets computed names; ClassMaking knows"),
            Map.entry("copy.deepcopy", "sets computed names; ClassMaking knows"),
            Map.entry(
                    "dataclasses.asdict",
                    "reads names of fields, which DataClassRule guards; copies, ClassMaking knows"),
            Map.entry(
                    "dataclasses.astuple",
                    "reads names of fields, which DataClassRule guards; copies, ClassMaking knows"),
            Map.entry("dataclasses.dataclass", "executes names of fields, which DataClassRule guards"),
            Map.entry("dataclasses.replace", "reads names of fields; ReplaceRule knows"),
            Map.entry("functools.cache", "reads and sets fixed names of a wrapper of its own"),
            Map.entry("functools.lru_cache", "reads and sets fixed names of a wrapper of its own"),
            Map.entry("functools.total_ordering", "reads and sets the names of comparisons"),
            Map.entry("functools.wraps", "given one argument and a function it reads and sets fixed names"),
            Map.entry("types.GeneratorType", "makes nothing, and its attributes are refused by their names"),
            Map.entry("types.TracebackType", "takes a frame, and its attributes are refused by their names"),
            Map.entry("typing.NamedTuple", "asks for the name of the caller's module"),
            Map.entry("typing.TypedDict", "asks for the name of the caller's module"),
            Map.entry("typing.overload", "keeps functions by the line of their code"),
            Map.entry("typing.runtime_checkable", "asks whether members can be called, and hands none out"));

    private static final String ENUM_MEMBERS = "names of members and fixed names, in the class that is being made";
    private static final String CALLER = "asks for the name of the caller's module";
    private static final String BY_ALIAS = "the name is the one that the program writes";
    private static final String OUT_OF_REACH = "no program has such an object: it is made by what is refused";

    private static final Map<String, String> HARMLESS_ATTRIBUTES = Map.ofEntries(
            Map.entry("EnumType.__new__", ENUM_MEMBERS),
            Map.entry("EnumType.__delattr__", BY_ALIAS),
            Map.entry("EnumType.__setattr__", BY_ALIAS),
            Map.entry("Enum.__new__", "the function of EnumType that looks members up"),
            Map.entry("ReprEnum.__new__", "as Enum.__new__"),
            Map.entry("IntEnum.__new__", "as Enum.__new__"),
            Map.entry("StrEnum.__new__", "as Enum.__new__"),
            Map.entry("Flag.__new__", "as Enum.__new__"),
            Map.entry("IntFlag.__new__", "as Enum.__new__"),
            Map.entry("FlagBoundary.__new__", "as Enum.__new__"),
            Map.entry("EnumCheck.__new__", "as Enum.__new__"),
            Map.entry("Month.__new__", "as Enum.__new__"),
            Map.entry("Day.__new__", "as Enum.__new__"),
            Map.entry("RegexFlag.__new__", "as Enum.__new__"),
            Map.entry("SafeUUID.__new__", "as Enum.__new__"),
            Map.entry("property.__get__", "enum.property is refused, and the library's own hold fixed names"),
            Map.entry("_proto_member.__set_name__", ENUM_MEMBERS),
            Map.entry("UserDict.copy", "copies; ClassMaking knows UserDict"),
            Map.entry("_RedirectStream.__enter__", "redirect_stdout is good for with statements only"),
            Map.entry("_RedirectStream.__exit__", "redirect_stdout is good for with statements only"),
            Map.entry("_FuncBuilder.__init__", OUT_OF_REACH),
            Map.entry("_FuncBuilder.add_fn", OUT_OF_REACH),
            Map.entry("_FuncBuilder.add_fns_to_class", OUT_OF_REACH),
            Map.entry("singledispatchmethod.__init__", OUT_OF_REACH),
            Map.entry("singledispatchmethod.__get__", OUT_OF_REACH),
            Map.entry("Formatter.get_field", OUT_OF_REACH),
            Map.entry("EnumType.__call__", "makes classes; ClassMaking knows"),
            Map.entry("EnumType.__dir__", "as Enum.__new__"),
            Map.entry("PrettyPrinter", "reads names of fields, which DataClassRule guards"),
            Map.entry("Repr.repr1", "reads names that begin with repr_, of itself"),
            Map.entry("_BaseGenericAlias.__getattr__", BY_ALIAS),
            Map.entry("_BaseGenericAlias.__setattr__", BY_ALIAS),
            Map.entry("_AnnotatedAlias.__getattr__", BY_ALIAS),
            Map.entry("_GenericAlias.__reduce__", "looks up the name of one of typing's own aliases"),
            Map.entry("ForwardRef.__init__", "compiles, and evaluates nothing"),
            Map.entry("NamedTupleMeta.__new__", "sets in the class that it makes what the class body holds"),
            Map.entry("NewType.__init__", CALLER),
            Map.entry("_ProtocolMeta.__subclasscheck__", CALLER),
            Map.entry("_ProtocolMeta.__instancecheck__", CALLER),
            Map.entry("UUID.__init__", "sets fixed names of itself"),
            Map.entry("UUID.__setstate__", "sets fixed names of itself"));

    private final List<List<String>> facts = new ArrayList<>();

    @BeforeAll
    void walk() throws InterruptedException {
        Settings settings = TestSettings.with();
        try (Containers containers = new Containers(settings)) {
            ExecutionResult result = walked(settings);
            assertThat(result.stderr().text()).isEmpty();
            assertThat(result.stdout().omitted()).isEmpty();
            result.stdout().text().lines().forEach(line -> facts.add(List.of(line.split(" ", -1))));
            assertThat(containers.awaitNone()).isEmpty();
        }
    }

    private static ExecutionResult walked(Settings settings) {
        String modules = String.join(" ", Terms.STANDARD.modules());
        try (RealService service = new RealService(settings, Containers.sandbox(settings))) {
            return RealService.result(service.execute(new ExecutionRequest(
                    "test",
                    SourceCode.of(NamedProgram.walk()),
                    Language.PYTHON3,
                    modules.getBytes(StandardCharsets.UTF_8),
                    List.of(),
                    Duration.ofSeconds(30),
                    Preset.CONTAINER,
                    false)));
        }
    }

    private Stream<List<String>> facts(String kind) {
        return facts.stream().filter(fact -> fact.get(0).equals(kind));
    }

    /** The names that the guest's Python has in a module, or that a star import binds. */
    private Map<String, List<String>> names(String kind) {
        return facts(kind).collect(Collectors.toMap(fact -> fact.get(1), fact -> fact.subList(2, fact.size())));
    }

    private static boolean isAccepted(String program) {
        return Judging.violations(SourceCode.of(program), Preset.STANDARD).isEmpty();
    }

    /** Every way to write a member of a module. */
    private static Stream<String> waysTo(String module, String name) {
        return Stream.of(
                        "import %1$s\n%1$s.%2$s",
                        "import %1$s\nx = %1$s.%2$s.y",
                        "import %1$s as k\nk.%2$s",
                        "def f():\n  import %1$s as k\n  return lambda: k.%2$s",
                        "import %1$s\nmatch x:\n  case %1$s.%2$s: ...",
                        "from %1$s import %2$s",
                        "from %1$s import %2$s as k")
                .map(way -> way.formatted(module, name));
    }

    @Test
    void testWhatLeadsOutOfAModuleIsRefused() {
        Set<String> harmless = HARMLESS_MEMBERS.keySet();
        assertThat(facts("attribute")).hasSizeGreaterThan(100);
        assertThat(facts("attribute")
                        .filter(fact -> !harmless.contains(fact.get(1) + "." + fact.get(2)))
                        .flatMap(fact -> waysTo(fact.get(1), fact.get(2))))
                .noneMatch(LibraryIT::isAccepted);
    }

    @Test
    void testWhatAStarImportBindsIsRefusedWhereItIsReadIfItIsRefusedElsewhere() {
        assertThat(names("star").entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .filter(name -> !isAccepted("from " + entry.getKey() + " import " + name))
                                .map(name -> "from " + entry.getKey() + " import *\nx = " + name)))
                .isNotEmpty()
                .noneMatch(LibraryIT::isAccepted);
    }

    /** So no name that a newer Python adds gets through with a star. */
    @Test
    void testEveryNameThatAStarImportBindsIsKnown() {
        names("star")
                .forEach((module, names) -> assertThat(names)
                        .allSatisfy(name -> assertThat(Library.STANDARD.knows(module, name))
                                .as(module + "." + name)
                                .isTrue()));
    }

    /** What is missing would raise an AttributeError that holds the module. */
    @Test
    void testEveryNameThatIsAllowedIsThere() {
        names("has").forEach((module, names) -> assertThat(names).containsAll(Library.STANDARD.names(module)));
        assertThat(names("has")).containsOnlyKeys(Terms.STANDARD.modules());
    }

    /** By itself or with all of its class. */
    private static boolean isHarmless(String attribute) {
        return HARMLESS_ATTRIBUTES.containsKey(attribute)
                || HARMLESS_ATTRIBUTES.containsKey(attribute.substring(0, attribute.indexOf('.')));
    }

    @Test
    void testWhatLeadsOutOfAnObjectIsRefusedOrHarmless() {
        assertThat(facts("class").filter(fact -> !isHarmless(fact.get(2))))
                .isNotEmpty()
                .allSatisfy(fact -> {
                    String name = fact.get(2).substring(fact.get(2).indexOf('.') + 1);
                    assertThat(name).as(fact.toString()).doesNotStartWith("__");
                    assertThat(isAccepted("import " + fact.get(1) + "\nx." + name))
                            .as(fact.toString())
                            .isFalse();
                });
    }

    /** A reason for what is not there any more would hide what takes its name. */
    @Test
    void testEveryReasonIsNeeded() {
        assertThat(facts("attribute").map(fact -> fact.get(1) + "." + fact.get(2)))
                .containsAll(HARMLESS_MEMBERS.keySet());
        assertThat(facts("class")
                        .flatMap(fact -> Stream.of(
                                fact.get(2),
                                fact.get(2).substring(0, fact.get(2).indexOf('.')))))
                .containsAll(HARMLESS_ATTRIBUTES.keySet());
        assertThat(HARMLESS_MEMBERS.keySet())
                .allSatisfy(name -> assertThat(Library.STANDARD.use(
                                name.substring(0, name.lastIndexOf('.')), name.substring(name.lastIndexOf('.') + 1)))
                        .isPresent());
    }
}
