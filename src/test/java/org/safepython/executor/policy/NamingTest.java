package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way of writing an identifier that is not an attribute, and where it is said to be. */
class NamingTest {

    /** In each program the name N stands once, at the given place. */
    static Stream<Arguments> ways() {
        return Stream.of(
                arguments("N", 1, 1),
                arguments("N = 1", 1, 1),
                arguments("a = N = 1", 1, 5),
                arguments("(a, [*N, b]) = c", 1, 7),
                arguments("N: int", 1, 1),
                arguments("N: int = 1", 1, 1),
                arguments("a: N", 1, 4),
                arguments("N += 1", 1, 1),
                arguments("del a, N", 1, 8),
                arguments("def f(N, /): ...", 1, 7),
                arguments("def f(N): ...", 1, 7),
                arguments("def f(N: int = 1): ...", 1, 7),
                arguments("def f(*N): ...", 1, 8),
                arguments("def f(*, N): ...", 1, 10),
                arguments("def f(**N): ...", 1, 9),
                arguments("def f(a=N): ...", 1, 9),
                arguments("def f(*, a=N): ...", 1, 12),
                arguments("def f(a: N): ...", 1, 10),
                arguments("def f(*a: *N): ...", 1, 12),
                arguments("def f() -> N: ...", 1, 12),
                arguments("lambda N: 1", 1, 8),
                arguments("lambda *N: 1", 1, 9),
                arguments("lambda *, N=1: 1", 1, 11),
                arguments("lambda **N: 1", 1, 10),
                arguments("for N in a: ...", 1, 5),
                arguments("for a, (b, *N) in c: ...", 1, 13),
                arguments("async def f():\n  async for N in a: ...", 2, 13),
                arguments("with a as N: ...", 1, 11),
                arguments("with (a, b as (c, N)): ...", 1, 19),
                arguments("async def f():\n  async with a as N: ...", 2, 19),
                arguments("try: ...\nexcept a as N: ...", 2, 13),
                arguments("try: ...\nexcept* (a, b) as N: ...", 2, 19),
                arguments("try: ...\nexcept (a # N as N\n) as N: ...", 3, 6),
                arguments("try: ...\nexcept N: ...", 2, 8),
                arguments("(N := 1)", 1, 2),
                arguments("[a for N in b]", 1, 8),
                arguments("[N for a in b]", 1, 2),
                arguments("[a for a in N]", 1, 13),
                arguments("[a for a in b if N]", 1, 18),
                arguments("{a for N in b}", 1, 8),
                arguments("{N: 1 for a in b}", 1, 2),
                arguments("{1: N for a in b}", 1, 5),
                arguments("(a for a in b for c, N in d)", 1, 22),
                arguments("async def f(): [a async for N in b]", 1, 29),
                arguments("def N(): ...", 1, 5),
                arguments("async def  N(): ...", 1, 12),
                arguments("def \\\n  N(): ...", 2, 3),
                arguments("@a # N\n@b\ndef N(): ...", 3, 5),
                arguments("@N\ndef f(): ...", 1, 2),
                arguments("class N: ...", 1, 7),
                arguments("@a\nclass  N(b): ...", 2, 8),
                arguments("class A(N): ...", 1, 9),
                arguments("class A(metaclass=N): ...", 1, 19),
                arguments("@N\nclass A: ...", 1, 2),
                arguments("def f[N](): ...", 1, 7),
                arguments("def f[N: int](): ...", 1, 7),
                arguments("def f[T: N](): ...", 1, 10),
                arguments("def f[*N](): ...", 1, 8),
                arguments("class A[**N]: ...", 1, 11),
                arguments("type N = int", 1, 6),
                arguments("type A[N] = int", 1, 8),
                arguments("type A[T] = N", 1, 13),
                arguments("match a:\n  case N: ...", 2, 8),
                arguments("match a:\n  case 1 as  N: ...", 2, 14),
                arguments("match a:\n  case (b | [N, 1]): ...", 2, 14),
                arguments("match a:\n  case [1, *N]: ...", 2, 13),
                arguments("match a:\n  case {1: b, ** # N\n    N }: ...", 3, 5),
                arguments("match a:\n  case {**N}: ...", 2, 11),
                arguments("match a:\n  case {1: N}: ...", 2, 12),
                arguments("match a:\n  case {N.a: 1}: ...", 2, 9),
                arguments("match a:\n  case N.b: ...", 2, 8),
                arguments("match a:\n  case N(): ...", 2, 8),
                arguments("match a:\n  case int(N): ...", 2, 12),
                arguments("match a:\n  case A(b=N): ...", 2, 12),
                arguments("match a:\n  case 1 if N: ...", 2, 13),
                arguments("match N:\n  case 1: ...", 1, 7),
                arguments("def f():\n  global a,  N", 2, 14),
                arguments("def f():\n  global N \\\n, a", 2, 10),
                arguments("def f():\n  def g():\n    nonlocal N", 3, 14),
                arguments("f(N)", 1, 3),
                arguments("f(*N)", 1, 4),
                arguments("f(a=N)", 1, 5),
                arguments("f(**N)", 1, 5),
                arguments("N()", 1, 1),
                arguments("N.a", 1, 1),
                arguments("N[1]", 1, 1),
                arguments("a[N]", 1, 3),
                arguments("a[1:N:2]", 1, 5),
                arguments("a[1:2:N]", 1, 7),
                arguments("a[N:]", 1, 3),
                arguments("{1, N}", 1, 5),
                arguments("{N: 1}", 1, 2),
                arguments("{1: N}", 1, 5),
                arguments("{**N}", 1, 4),
                arguments("-N", 1, 2),
                arguments("1 + N", 1, 5),
                arguments("1 < 2 < N", 1, 9),
                arguments("a and N", 1, 7),
                arguments("a if N else b", 1, 6),
                arguments("N if a else b", 1, 1),
                arguments("a if b else N", 1, 13),
                arguments("f'{N}'", 1, 4),
                arguments("f'{1:{N}}'", 1, 7),
                arguments("f'{f\"{N!r}\"}'", 1, 7),
                arguments("f'{N=}'", 1, 4),
                arguments("f'''\n{\nN}'''", 3, 1),
                arguments("'a' f'{N}' 'b'", 1, 8),
                arguments("if a: ...\nelif N: ...", 2, 6),
                arguments("if a: ...\nelse: N", 2, 7),
                arguments("while N: ...", 1, 7),
                arguments("while a: ...\nelse: N", 2, 7),
                arguments("for a in b: ...\nelse: N", 2, 7),
                arguments("try: ...\nexcept: N", 2, 9),
                arguments("try: ...\nexcept: ...\nelse: N", 3, 7),
                arguments("try: ...\nfinally: N", 2, 10),
                arguments("raise N", 1, 7),
                arguments("raise a from N", 1, 14),
                arguments("assert N", 1, 8),
                arguments("assert a, N", 1, 11),
                arguments("def f(): return N", 1, 17),
                arguments("def f(): yield N", 1, 16),
                arguments("def f(): yield from N", 1, 21),
                arguments("async def f(): await N", 1, 22));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aBuiltinIsFoundWhereItIsWritten(String program, int line, int column) {
        assertThat(Judging.strict(program.replace("N", "eval"))).contains(at("builtin", line, column, "eval"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aModuleIsFoundWhereItIsWritten(String program, int line, int column) {
        assertThat(Judging.strict(program.replace("N", "sys"))).contains(at("module-name", line, column, "sys"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aDunderIsFoundWhereItIsWritten(String program, int line, int column) {
        assertThat(Judging.strict(program.replace("N", "__loader__")))
                .contains(at("dunder-name", line, column, "__loader__"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anOrdinaryNameIsAccepted(String program) {
        assertThat(Judging.strict(program.replace("N", "plain"))).isEmpty();
    }

    /** The same name in other letters, which Python takes for the same. */
    @ParameterizedTest
    @MethodSource("ways")
    void aNameIsNormalisedFirst(String program, int line, int column) {
        assertThat(Judging.strict(program.replace("N", "\uFF53y\u017F")))
                .contains(at("module-name", line, column, "sys"));
    }

    private static String at(String rule, int line, int column, String name) {
        return Judging.line(
                new Violation(rule, "", line, column, line, column + name.length(), java.util.Optional.of(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "license"
            })
    void everyRefusedBuiltin(String name) {
        assertThat(Judging.rules(name)).containsExactly("builtin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"os", "sys", "socket", "shutil", "ctypes", "subprocess", "builtins", "importlib", "posix"})
    void everyRefusedModule(String name) {
        assertThat(Judging.rules(name)).containsExactly("module-name");
        assertThat(Judging.rules("x." + name)).containsExactly("module-name");
    }

    /** Python normalises these three letters, and the parser leaves them as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00BAs", "import x as \u00BAs", "x.\u00BAs", "def f(\u00BAs): ..."})
    void lettersThatTheParserDoesNotNormalise(String program) {
        assertThat(Judging.rules(program)).contains("module-name");
    }

    @Test
    void normalisedNamesAreReportedNormalised() {
        assertThat(Judging.strict("ev\u00AAl\nx.__cl\u00AAss__"))
                .containsExactly("builtin 1:1-1:5 eval", "dunder-attribute 2:3-2:12 __class__");
    }

    /** One character becomes several: the place is that of what the user wrote. */
    @Test
    void aPlaceIsThatOfTheWrittenName() {
        assertThat(Judging.strict("x = __\uFB01le\uFE4D\uFE4D")).isEmpty();
        assertThat(Judging.strict("x = __\uFB01les__")).containsExactly("dunder-name 1:5-1:13 __files__");
    }

    @Test
    void keywordArgumentsNameNothing() {
        assertThat(Judging.strict("f(os=1, open=2, eval=3)\nclass A(B, sys=1): ..."))
                .isEmpty();
    }

    @Test
    void attributesNameNoBuiltin() {
        assertThat(Judging.strict("x.open(); x.exec = x.eval; del x.compile")).isEmpty();
    }

    /** Only reading is refused: what was set cannot be had back. */
    @Test
    void modulesMayBeSetAsAttributes() {
        assertThat(Judging.strict("x.os = 1\ndel x.os")).isEmpty();
        assertThat(Judging.strict("x.os += 1")).containsExactly("module-name 1:3-1:5 os");
    }

    @Test
    void severalFindingsAtOncePlaceAreSorted() {
        assertThat(Judging.strict("from a import __import__"))
                .isEqualTo(List.of(
                        "import 1:1-1:25 a", "builtin 1:15-1:25 __import__", "dunder-attribute 1:15-1:25 __import__"));
    }
}
