package org.safepython.executor.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.safepython.executor.settings.Language;

/**
 * Whether a program could make, while it runs, classes or objects with special methods that its text does not show:
 * {@code type("C", (), {"__red" "uce__": f})}. Such objects make some functions of the library do anything.
 */
final class ClassMaking {

    /** Special methods by which an object takes part where it is not asked for. */
    private static final Set<String> HOOKS =
            Dunder.dunders("new getattr set_name get init_subclass class_getitem subclasscheck instancecheck");
    /** And in Python 2: {@code copy} reads and sets what the slots are called. */
    private static final Set<String> HOOKS_OF_PYTHON2 = Dunder.dunders("slots");
    /** Takes members from an enumeration, perhaps all. */
    private static final String IGNORED = "_ignore_";
    /** Where an enumeration has its members, which can be taken away here. */
    private static final Set<String> MEMBERS_OF_ENUMERATIONS =
            Set.of("_member_map_", "_member_names_", "_value2member_map_");
    /** With such an object this, and each of the copiers, sets any attribute of anything. */
    private static final String COPYING_DICT = "collections.UserDict";
    /** These make classes, give {@code type} away, or set attributes by computed names. */
    private static final Set<String> MAKERS = Set.of(
            "abc.ABCMeta",
            COPYING_DICT,
            "enum.EnumMeta",
            "enum.EnumType",
            "types.GenericAlias",
            "types.SimpleNamespace",
            "typing.Type",
            "typing.get_args",
            "typing.get_origin");
    /** These make classes when they are called, and so do classes derived from them until they have a member. */
    static final Set<String> ENUMS =
            Set.of("enum.Enum", "enum.Flag", "enum.IntEnum", "enum.IntFlag", "enum.ReprEnum", "enum.StrEnum");

    private final Program program;
    private final KnownClasses known;

    private ClassMaking(Program program, KnownClasses known) {
        this.program = program;
        this.known = known;
    }

    /** Whether the program could so change its own classes behind the back of its text. */
    static boolean canTamper(Program program, KnownClasses known) {
        return program.references().stream()
                        .flatMap(reference -> known.meanings(reference).stream())
                        .map(Meaning::member)
                        .anyMatch(member -> CopyRule.COPIERS.contains(member) || member.equals(COPYING_DICT))
                && isPossible(program, known);
    }

    static boolean isPossible(Program program, KnownClasses known) {
        ClassMaking making = new ClassMaking(program, known);
        return program.namings().stream().anyMatch(making::hooks)
                || program.attributes().stream().anyMatch(use -> MEMBERS_OF_ENUMERATIONS.contains(use.name()))
                || making.hasOtherMetaclasses()
                || program.classes().stream().anyMatch(making::makes)
                || program.references().stream().anyMatch(making::makes);
    }

    private boolean hooks(Naming naming) {
        return naming.role() != Role.READ
                && (HOOKS.contains(naming.name())
                        || naming.name().equals(IGNORED)
                        || (program.language() == Language.PYTHON2 && HOOKS_OF_PYTHON2.contains(naming.name())));
    }

    /** Whether Python 2 is told of metaclasses that the class statements do not have. */
    private boolean hasOtherMetaclasses() {
        return program.language() == Language.PYTHON2
                && program.namings().stream()
                                .filter(naming -> naming.name().equals(Python2ClassHeader.METACLASS))
                                .count()
                        != program.classes().stream()
                                .filter(statement -> statement.metaclass().isPresent())
                                .count();
    }

    private boolean makes(ClassStatement statement) {
        return !statement.plain()
                || statement.metaclass().stream().anyMatch(metaclass -> !isABCMeta(metaclass))
                || (statement.bases().stream().anyMatch(this::isEnum)
                        && statement.makers().stream().noneMatch(this::makesMember));
    }

    private boolean isABCMeta(String path) {
        return known.isMember(path) && known.member(path).equals("abc.ABCMeta");
    }

    private boolean isEnum(String base) {
        return known.mayMean(base, ENUMS);
    }

    private boolean makesMember(String maker) {
        return maker.isEmpty() || (known.isMember(maker) && known.member(maker).equals("enum.auto"));
    }

    /** Whether the program has {@code type} itself in hand. */
    static boolean hasType(Program program, KnownClasses known) {
        ClassMaking making = new ClassMaking(program, known);
        return program.references().stream().anyMatch(making::handsTypeOut);
    }

    private boolean handsTypeOut(Reference reference) {
        return reference.path().equals(List.of("type"))
                && !reference.body().hides("type")
                && reference.use() != Use.INSPECTED
                && (reference.use() != Use.COMPARED || comparisonsAreOwn());
    }

    private boolean makes(Reference reference) {
        return handsTypeOut(reference)
                || known.meanings(reference).stream().anyMatch(meaning -> makes(reference, meaning));
    }

    private boolean makes(Reference reference, Meaning meaning) {
        String member = meaning.member();
        return !Library.of(program.language()).knows(meaning.module())
                || (MAKERS.contains(member) && reference.use() != Use.METACLASS)
                || (ENUMS.contains(member) && meaning.rest().size() == 1 && reference.use() != Use.BASE);
    }

    /** Whether the program's own code sees what is compared or printed. */
    private boolean comparisonsAreOwn() {
        return Stream.of("__eq__", "__ne__", "__cmp__", "__coerce__", "__contains__", "__getitem__", "print")
                .anyMatch(this::isBound);
    }

    private boolean isBound(String name) {
        return program.namings().stream().anyMatch(naming -> naming.name().equals(name) && naming.role() != Role.READ);
    }
}
