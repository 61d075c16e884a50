package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.python.antlr.PythonTree;
import org.python.antlr.ast.Name;
import org.python.antlr.ast.VisitorIF;
import org.python.core.PyObject;
import org.safepython.executor.settings.Terms;

/** Nothing in Jython's tree is passed over: what there is, its own classes say. */
class Python2CompletenessTest {

    /** Each field that holds identifiers, with a program in which it holds {@code mark}. */
    private static final Map<String, String> IDENTIFIERS = Map.ofEntries(
            Map.entry("Attribute.attr", "a.mark"),
            Map.entry("ClassDef.name", "class mark: pass"),
            Map.entry("FunctionDef.name", "def mark(): pass"),
            Map.entry("Global.names", "global a, mark"),
            Map.entry("ImportFrom.module", "from mark import a"),
            Map.entry("Name.id", "mark"),
            Map.entry("alias.name", "import a, mark"),
            Map.entry("alias.asname", "import a as mark"),
            Map.entry("arguments.vararg", "def f(*mark): pass"),
            Map.entry("arguments.kwarg", "lambda **mark: 1"),
            Map.entry("keyword.arg", "f(a=1, mark=2)"));

    /** What the visitor interface has no method for: the readers of their parents read these. */
    private static final Set<String> WITHIN_OTHERS = Set.of("alias", "arguments", "comprehension", "keyword");

    /** What stands for an error; nothing is read when there is one. */
    private static final Set<String> ERRORS = Set.of("ErrorExpr", "ErrorMod", "ErrorSlice", "ErrorStmt");

    private static List<Class<?>> kinds() throws Exception {
        Path jar = Path.of(
                Name.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("org/python/antlr/ast/") && name.endsWith(".class"))
                    .filter(name -> !name.contains("$") && !name.endsWith("Derived.class"))
                    .<Class<?>>map(
                            name -> load(name.substring(0, name.length() - 6).replace('/', '.')))
                    .filter(type ->
                            PythonTree.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Python2CompletenessTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static Program read(String program) {
        return Python2FrontEnd.read(program, Terms.MOST_NESTING, Deadline.in(Duration.ofSeconds(10)));
    }

    @Test
    void everyKindOfNodeIsReadOrRefused() throws Exception {
        Set<String> visited = Stream.of(VisitorIF.class.getMethods())
                .map(method -> method.getName().substring("visit".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(visited);
        known.addAll(WITHIN_OTHERS);
        known.addAll(ERRORS);
        Set<String> kinds = new TreeSet<>();
        kinds().forEach(kind -> kinds.add(kind.getSimpleName()));
        assertThat(kinds).isEqualTo(known);
    }

    @Test
    void everyFieldWithIdentifiersIsKnown() throws Exception {
        Set<String> fields = kinds().stream()
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(Python2CompletenessTest::holdsText)
                .map(field -> field.getDeclaringClass().getSimpleName() + '.' + field.getName())
                .collect(Collectors.toSet());
        assertThat(fields).isEqualTo(IDENTIFIERS.keySet());
    }

    /** A string, or a list of strings; objects of Python's are constants. */
    private static boolean holdsText(Field field) {
        return field.getGenericType().getTypeName().contains("java.lang.String")
                && !PyObject.class.isAssignableFrom(field.getType());
    }

    @Test
    void everyIdentifierIsAmongTheFacts() {
        IDENTIFIERS.forEach((field, program) -> {
            Program facts = read(program);
            Stream<String> names = Stream.of(
                            facts.namings().stream().map(Naming::name),
                            facts.attributes().stream().map(AttributeUse::name),
                            facts.imports().stream().map(ImportedModule::module))
                    .flatMap(words -> words);
            assertThat(names).as(field).contains("mark");
        });
    }

    /** A program for each part that an expression or a statement can be in: the name there is read, in its place. */
    @Test
    void everyPartIsRead() {
        List<String> programs = List.of(
                "N",
                "N = 1",
                "a = N",
                "a = N = 1",
                "(a, [N]) = b",
                "N += 1",
                "a += N",
                "del N",
                "del (a, [N])",
                "print N",
                "print a, N",
                "print >>N, a",
                "print >>a, N",
                "exec N",
                "exec a in N",
                "exec a in b, N",
                "if N: a",
                "if a: N",
                "if a: b\nelif N: c",
                "if a: b\nelif c: N",
                "if a: b\nelse: N",
                "while N: a",
                "while a: N",
                "while a: b\nelse: N",
                "for N in a: b",
                "for a in N: b",
                "for a in b: N",
                "for a in b: c\nelse: N",
                "for a, (b, N) in c: d",
                "with N: a",
                "with a as N: b",
                "with a: N",
                "with a, b as N: c",
                "raise N",
                "raise a, N",
                "raise a, b, N",
                "assert N",
                "assert a, N",
                "try: N\nexcept: a",
                "try: a\nexcept N: b",
                "try: a\nexcept b, N: c",
                "try: a\nexcept b, (c, N): d",
                "try: a\nexcept b as N: c",
                "try: a\nexcept: N",
                "try: a\nexcept: b\nelse: N",
                "try: a\nfinally: N",
                "try: a\nexcept: b\nfinally: N",
                "def N(): a",
                "def f(N): a",
                "def f((a, N)): b",
                "def f(((N,), a)): b",
                "def f(a=N): b",
                "def f(*N): a",
                "def f(**N): a",
                "def f(): N",
                "def f(): return N",
                "def f(): yield N",
                "@N\ndef f(): a",
                "@N.a\ndef f(): b",
                "@a(N)\ndef f(): b",
                "@N\nclass A: b",
                "class N: a",
                "class A(N): b",
                "class A: N",
                "lambda N: a",
                "lambda (a, N): b",
                "lambda a=N: b",
                "lambda *N: a",
                "lambda **N: a",
                "lambda: N",
                "global N",
                "import a as N",
                "from a import b as N",
                "N or a",
                "a and N",
                "N + a",
                "a ** N",
                "-N",
                "not N",
                "a < N",
                "a < b is not N",
                "N if a else b",
                "a if N else b",
                "a if b else N",
                "`N`",
                "`a, N`",
                "{N: a}",
                "{a: N}",
                "{N}",
                "[N]",
                "(a, N)",
                "N[a]",
                "a[N]",
                "a[N:b]",
                "a[b:N]",
                "a[b:c:N]",
                "a[b:c, N]",
                "a[b, N]",
                "a[..., N]",
                "N.a",
                "N()",
                "a(N)",
                "a(b=N)",
                "a(*N)",
                "a(**N)",
                "a(b, *c, d=N)",
                "a(N for b in c)",
                "[N for a in b]",
                "[a for N in b]",
                "[a for b in N]",
                "[a for b in c if N]",
                "[a for b in c, N]",
                "[a for b in c for N in d]",
                "{N for a in b}",
                "{a for N in b}",
                "{N: a for b in c}",
                "{a: N for b in c}",
                "{a: b for N in c}",
                "(N for a in b)",
                "(a for N in b)",
                "(a for b in c if N)",
                "(yield N)",
                "'a'.b(N)",
                "a = yield N");
        for (String program : programs) {
            String before = program.substring(0, program.indexOf('N'));
            int line = (int) before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
            int column = before.length() - before.lastIndexOf('\n');
            String inside = program.contains("yield") && !program.contains("def ") ? indented(program) : program;
            int deeper = inside.equals(program) ? 0 : 1;
            assertThat(read(inside).namings())
                    .as(program)
                    .filteredOn(naming -> naming.name().equals("N"))
                    .extracting(Naming::span)
                    .containsExactly(Span.of(line + deeper, column + deeper, 1));
        }
    }

    private static String indented(String statement) {
        return "def f():\n " + statement;
    }
}
