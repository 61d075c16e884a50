package org.safepython.executor.policy;

import java.util.List;
import java.util.Map;
import org.safepython.executor.settings.Language;

/** The modules of Python 3, and why some of what they have is harmless. */
class LibraryIT extends LibraryProof {

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
            Map.entry("dataclasses.replace", "reads names of fields; MadeClassRule knows"),
            Map.entry("functools.cache", "reads and sets fixed names of a wrapper of its own"),
            Map.entry("functools.lru_cache", "reads and sets fixed names of a wrapper of its own"),
            Map.entry("functools.total_ordering", "reads and sets the names of comparisons"),
            Map.entry("functools.wraps", "given one argument and a function it reads and sets fixed names"),
            Map.entry("types.GeneratorType", "makes nothing, and its attributes are refused by their names"),
            Map.entry("types.TracebackType", "takes a frame, and its attributes are refused by their names"),
            Map.entry("typing.NamedTuple", "asks for the name of the caller's module"),
            Map.entry("typing.TypedDict", "asks for the name of the caller's module"),
            Map.entry("typing.overload", "keeps functions by the line of their code"),
            Map.entry("typing.reveal_type", "prints to the stream that it mentions"),
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
            Map.entry("PrettyPrinter", OUT_OF_REACH),
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

    LibraryIT() {
        super(
                Language.PYTHON3,
                List.of("import %1$s\nmatch x:\n  case %1$s.%2$s: ..."),
                HARMLESS_MEMBERS,
                HARMLESS_ATTRIBUTES);
    }
}
