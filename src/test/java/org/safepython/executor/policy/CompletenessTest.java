package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.oracle.graal.python.pegparser.AbstractParser;
import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.settings.Terms;

/** Nothing in the parser's tree is passed over: what there is, the parser's own classes say. */
class CompletenessTest {

    /** Each field that holds identifiers, with a program in which it holds {@code mark}. */
    private static final Map<String, String> IDENTIFIERS = Map.ofEntries(
            Map.entry("StmtTy.FunctionDef.name", "def mark(): ..."),
            Map.entry("StmtTy.AsyncFunctionDef.name", "async def mark(): ..."),
            Map.entry("StmtTy.ClassDef.name", "class mark: ..."),
            Map.entry("StmtTy.ImportFrom.module", "from mark import a"),
            Map.entry("StmtTy.Global.names", "global a, mark"),
            Map.entry("StmtTy.Nonlocal.names", "nonlocal a, mark"),
            Map.entry("ExprTy.Name.id", "mark"),
            Map.entry("ExprTy.Attribute.attr", "a.mark"),
            Map.entry("ExceptHandlerTy.ExceptHandler.name", "try: ...\nexcept a as mark: ..."),
            Map.entry("ArgTy.arg", "lambda mark: 1"),
            Map.entry("KeywordTy.arg", "a(mark=1)"),
            Map.entry("AliasTy.name", "import a, mark"),
            Map.entry("AliasTy.asName", "import a as mark"),
            Map.entry("PatternTy.MatchMapping.rest", "match a:\n  case {**mark}: ..."),
            Map.entry("PatternTy.MatchClass.kwdAttrs", "match a:\n  case b(c=1, mark=2): ..."),
            Map.entry("PatternTy.MatchStar.name", "match a:\n  case [*mark]: ..."),
            Map.entry("PatternTy.MatchAs.name", "match a:\n  case mark: ..."),
            Map.entry("TypeParamTy.TypeVar.name", "type a[mark] = b"),
            Map.entry("TypeParamTy.ParamSpec.name", "type a[**mark] = b"),
            Map.entry("TypeParamTy.TypeVarTuple.name", "type a[*mark] = b"));

    /** Fields that can hold any object: type comments, which are not read, and the letter of {@code u""}. */
    private static final Set<String> NO_IDENTIFIERS = Set.of(
            "StmtTy.FunctionDef.typeComment",
            "StmtTy.AsyncFunctionDef.typeComment",
            "StmtTy.Assign.typeComment",
            "StmtTy.For.typeComment",
            "StmtTy.AsyncFor.typeComment",
            "StmtTy.With.typeComment",
            "StmtTy.AsyncWith.typeComment",
            "ArgTy.typeComment",
            "ExprTy.Constant.kind",
            "TypeIgnoreTy.TypeIgnore.tag");

    /** Nodes and parts that no file has. */
    private static final Set<String> NOT_IN_FILES =
            Set.of("ModTy.Interactive", "ModTy.Expression", "ModTy.FunctionType", "TypeIgnoreTy.TypeIgnore");

    private static Program read(String program) {
        return Python3FrontEnd.read(program, Terms.MOST_NESTING, Deadline.in(Duration.ofSeconds(10)));
    }

    private static SSTNode parse(String program) {
        return new Parser(
                        program,
                        new ParserEvents(Deadline.in(Duration.ofSeconds(10))),
                        InputType.FILE,
                        EnumSet.noneOf(AbstractParser.Flags.class),
                        12)
                .parse();
    }

    private static Set<String> fieldsOf(Class<?>... types) throws Exception {
        Set<Class<?>> wanted = Set.of(types);
        return NodeKinds.all().stream()
                .flatMap(NodeKinds::fields)
                .filter(field -> wanted.contains(field.getType()))
                .map(NodeKinds::name)
                .collect(Collectors.toSet());
    }

    @Test
    void everyFieldWithIdentifiersIsKnown() throws Exception {
        assertThat(fieldsOf(String.class, String[].class)).isEqualTo(IDENTIFIERS.keySet());
        assertThat(fieldsOf(Object.class, Object[].class)).isEqualTo(NO_IDENTIFIERS);
    }

    @Test
    void fieldsHoldNodesIdentifiersOrPlainValues() throws Exception {
        assertThat(NodeKinds.all())
                .hasSizeGreaterThan(70)
                .flatExtracting(kind -> NodeKinds.fields(kind)
                        .map(field ->
                                field.getType().isArray() ? field.getType().getComponentType() : field.getType())
                        .filter(type -> !SSTNode.class.isAssignableFrom(type) && !type.isEnum() && !type.isPrimitive())
                        .toList())
                .isSubsetOf(String.class, Object.class, ConstantValue.class);
    }

    static Stream<Arguments> identifiers() {
        return IDENTIFIERS.entrySet().stream().map(entry -> arguments(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource
    void identifiers(String field, String program) {
        Set<String> holders = new HashSet<>();
        NodeKinds.walk(parse(program), (holder, value) -> {
            if (value.equals("mark")) {
                holders.add(NodeKinds.name(holder));
            }
        });
        assertThat(holders).containsExactly(field);
        assertThat(names(read(program))).containsKey("mark");
    }

    /** How often each name is among the facts. */
    private static Map<String, Long> names(Program program) {
        Stream<String> namings = program.namings().stream().map(Naming::name);
        Stream<String> attributes = program.attributes().stream().map(AttributeUse::name);
        Stream<String> imports = program.imports().stream().map(ImportedModule::module);
        return Stream.of(namings, attributes, imports)
                .flatMap(names -> names)
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    private static List<String> corpus() {
        Stream<String> ways = Stream.concat(NamingTest.ways(), AttributeTest.ways())
                .map(arguments -> ((String) arguments.get()[0]).replace("N", "plain"));
        Stream<String> more = Stream.of(
                WarmUp.PROGRAM,
                "def f(a, /, b: c = 1, *, d=2, **e): return",
                "async def f[T](a) -> b:\n  async with c as d: ...\n  async for e in f: ...\n  else: ...",
                "try: ...\nexcept* a: ...\nelse: ...\nfinally: ...",
                "@a\nasync def f(): ...",
                "match a:\n  case None | True: ...\n  case {1: b}: ...",
                "pass\nwhile a:\n  break\n  continue");
        return Stream.of(ways, IDENTIFIERS.values().stream(), more)
                .flatMap(programs -> programs)
                .toList();
    }

    @Test
    void theFactsHaveEveryNameThatTheTreeHas() {
        for (String program : corpus()) {
            Map<String, Long> written = new TreeMap<>();
            NodeKinds.walk(parse(program), (field, value) -> {
                if (IDENTIFIERS.containsKey(NodeKinds.name(field)) && !value.equals("*")) {
                    written.merge(value.toString(), 1L, Long::sum);
                }
            });
            Map<String, Long> read = names(read(program));
            assertThat(written)
                    .allSatisfy((name, times) -> assertThat(read.getOrDefault(name, 0L))
                            .as("%s in %s", name, program)
                            .isGreaterThanOrEqualTo(times));
        }
    }

    /** Together with the test above: no kind of node is passed over, and no part that can have a name in it. */
    @Test
    void theProgramsAboveHaveNamesInEveryPartOfEveryKindOfNode() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (String program : corpus()) {
            SSTNode module = parse(program);
            seen.add(kind(module.getClass()));
            NodeKinds.walk(module, (field, value) -> {
                seen.add(kind(value.getClass()));
                if (!(value instanceof SSTNode part) || hasName(part)) {
                    seen.add(NodeKinds.name(field));
                }
            });
        }
        Set<String> expected = new TreeSet<>();
        for (Class<?> type : NodeKinds.all()) {
            if (!NOT_IN_FILES.contains(kind(type))) {
                expected.add(kind(type));
                NodeKinds.fields(type).map(NodeKinds::name).forEach(expected::add);
            }
        }
        expected.removeAll(NO_IDENTIFIERS);
        expected.remove("ModTy.Module.typeIgnores");
        assertThat(seen).containsAll(expected);
    }

    private static boolean hasName(SSTNode part) {
        Set<String> names = new HashSet<>();
        NodeKinds.walk(part, (field, value) -> {
            if (IDENTIFIERS.containsKey(NodeKinds.name(field))) {
                names.add(value.toString());
            }
        });
        return !names.isEmpty();
    }

    private static String kind(Class<?> type) {
        return type.getName().replaceFirst(".*[.]", "").replace('$', '.');
    }
}
