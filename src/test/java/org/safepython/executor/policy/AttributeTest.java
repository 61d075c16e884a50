package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dunder and frame attributes, in every way in which an attribute is named. */
class AttributeTest {

    /** In each program the attribute N stands once, at the given place. */
    static Stream<Arguments> ways() {
        return Stream.of(
                arguments("x.N", 1, 3),
                arguments("x . N", 1, 5),
                arguments("x.a.N.b", 1, 5),
                arguments("(x\n  . \\\n N\n)", 3, 2),
                arguments("x.N = 1", 1, 3),
                arguments("x.N += 1", 1, 3),
                arguments("x.N: int = 1", 1, 3),
                arguments("a, *x.N = 1", 1, 7),
                arguments("del x.N", 1, 7),
                arguments("for x.N in y: ...", 1, 7),
                arguments("with y as x.N: ...", 1, 13),
                arguments("[0 for x.N in y]", 1, 10),
                arguments("x.N()", 1, 3),
                arguments("'{}'.N()", 1, 6),
                arguments("f(a=x.N)", 1, 7),
                arguments("@x.N\ndef f(): ...", 1, 4),
                arguments("class A(x.N): ...", 1, 11),
                arguments("def f(a: x.N): ...", 1, 12),
                arguments("f'{x.N}'", 1, 6),
                arguments("f'{1:{x.N}}'", 1, 9),
                arguments("match x:\n  case y.N: ...", 2, 10),
                arguments("match x:\n  case y.N(): ...", 2, 10),
                arguments("match x:\n  case A(N=1): ...", 2, 10),
                arguments("match x:\n  case int(a, # N=\n    N = (1)): ...", 3, 5),
                arguments("match x:\n  case A(b=c, N=d, e=f): ...", 2, 15),
                arguments("class A: __match_args__ = ('a', 'N')", 1, 33));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aDunderIsFoundWhereItIsWritten(String program, int line, int column) {
        assertThat(Judging.violations(program.replace("N", "__dict__")))
                .anySatisfy(found -> assertFound(found, "dunder-attribute", line, column));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aWayIntoFramesIsFoundWhereItIsWritten(String program, int line, int column) {
        assertThat(Judging.violations(program.replace("N", "f_back")))
                .anySatisfy(found -> assertFound(found, "frame-attribute", line, column));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void formatIsFoundWhereItIsWritten(String program, int line, int column) {
        assertThat(Judging.violations(program.replace("N", "format_map")))
                .anySatisfy(found -> assertFound(found, "format", line, column));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anOrdinaryAttributeIsAccepted(String program) {
        assertThat(Judging.strict(program.replace("N", "plain"))).isEmpty();
    }

    private static void assertFound(Violation found, String rule, int line, int column) {
        assertThat(found.rule()).isEqualTo(rule);
        assertThat(found.line()).isEqualTo(line);
        assertThat(found.column()).isEqualTo(column);
    }

    @Test
    void keywordArgumentsCanBecomeAttributes() {
        assertThat(Judging.strict("f(__class__=1)\nclass A(B, __dict__=1): ..."))
                .containsExactly("dunder-attribute 1:3-1:12 __class__", "dunder-attribute 2:12-2:20 __dict__");
        assertThat(Judging.strict("f(f_back=1, mro=2, format=3)")).isEmpty();
    }

    @Test
    void threeDundersAreHarmless() {
        assertThat(Judging.strict("x.__init__; x.__name__ = 'a'; x.__post_init__()"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f_globals", "f_locals", "f_builtins", "f_back", "f_code", "f_trace", "f_lineno", "f_lasti",
                "gi_frame", "gi_code", "gi_yieldfrom", "cr_frame", "cr_await", "cr_origin", "ag_frame", "ag_code",
                "tb_frame", "tb_next", "co_code", "co_consts", "func_globals", "func_code", "im_func", "im_self",
                "im_class", "mro", "_Printer__filenames", "_Printer__setup"
            })
    void everyWayIntoFrames(String name) {
        assertThat(Judging.rules("x." + name)).containsExactly("frame-attribute");
        assertThat(Judging.rules(name + " = 1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f_global", "gi", "company", "code", "tbx", "frame", "_Printer_x", "mros"})
    void namesThatOnlyLookSimilar(String name) {
        assertThat(Judging.strict("x." + name)).isEmpty();
    }

    /** Inside a class of that name, Python itself puts the rest in front of a private name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Printer:\n  x.__data",
                "class __Printer:\n  def f(self): return lambda: x.__data",
                "class Printer:\n  class A(x.__data): ...",
                "class Printer[T: x.__data]: ...",
                "class A:\n  class Printer[T](x.__data): ...",
                "class Printer_:\n  x._Printer__data",
                "class Pr\u0131nter: ...\nclass \uFF30rinter: x.__data"
            })
    void privateNamesAreJudgedAsPythonCallsThem(String program) {
        assertThat(Judging.rules(program)).containsOnly("frame-attribute").hasSize(1);
    }

    @Test
    void privateNamesOfOtherClassesAreAccepted() {
        assertThat(Judging.strict("class A(b.__x):\n  class Printer: ...\n  x.__data\ny.__z\nclass _: x.__a"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__match_args__ = names",
                "__match_args__ = ['x']",
                "__match_args__ = ('x', y)",
                "__match_args__ = ('x', *y)",
                "__match_args__ = ('x',) + y",
                "__match_args__ = ('x', b'y')",
                "__match_args__ = ('x', f'{y}')",
                "__match_args__ = 'x',  'y' % z",
                "__match_args__, a = ('x',), 1",
                "[__match_args__] = [('x',)]",
                "*__match_args__, = 'x'",
                "__match_args__: tuple",
                "__match_args__: tuple = x",
                "__match_args__ += ('x',)",
                "__match_args__ = ('x',) if y else ('z',)"
            })
    void matchArgumentsMustBeSeen(String assignment) {
        assertThat(Judging.rules("class A: " + assignment)).containsExactly("dunder-attribute");
        assertThat(Judging.rules(assignment)).containsExactly("dunder-attribute");
    }

    @Test
    void matchArgumentsCannotBeDefinedInOtherWays() {
        assertThat(Judging.rules("class A:\n  @f\n  def __match_args__(): ...")).containsExactly("dunder-name");
        assertThat(Judging.rules("class A:\n  class __match_args__: ...")).containsExactly("dunder-name");
        assertThat(Judging.rules("class A:\n  for __match_args__ in x: ...")).containsExactly("dunder-name");
        assertThat(Judging.rules("x.__match_args__ = ('x',)")).containsExactly("dunder-attribute");
    }

    @Test
    void matchArgumentsAreReadAsPythonJoinsThem() {
        assertThat(Judging.strict("class A: __match_args__ = ('__cl' '\\x61ss__', 'os', 'format', 'mro', 'eval')"))
                .containsExactly(
                        "dunder-attribute 1:28-1:45 __class__",
                        "module-name 1:47-1:51 os",
                        "format 1:53-1:61 format",
                        "frame-attribute 1:63-1:68 mro");
    }
}
