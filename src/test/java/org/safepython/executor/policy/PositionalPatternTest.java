package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refused program here read {@code __globals__} of a function when CPython ran it in full. */
class PositionalPatternTest {

    private static final String MATCH = "\nmatch f:\n  case M(g): ...\n";
    private static final String POINT = "class Point:\n  __match_args__ = ('x', 'y')\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M = type('M', (), {'__match_' 'args__': ('__globals__',)})",
                "def make(M): ...",
                "(M := x)",
                "for M in x: ...",
                "with x as M: ...",
                "[M] = x",
                "M: int = x",
                "try: ...\nexcept x as M: ...",
                "match x:\n  case M: ...",
                "match x:\n  case [*M]: ...",
                "class A:\n  global M\n  M = x",
                "def g():\n  global M\n  class M: ...",
                "def M(): ...",
                "type M = x",
                "class M: ...\nM = x",
                "class M: ...\ndel M",
                "@x\nclass M: ...",
                "class M(metaclass=x): ...",
                "class M(**x): ...",
                "class M(*x): ...",
                "class M(x.y): ...",
                "class M(x()): ...",
                "class M(x[int]): ...",
                "class B(metaclass=x): ...\nclass M(B): ...",
                "class M(B): ...\nclass B(C): ...\nC = x",
                "class M[T](T): ...",
                "_A__B = x\nclass A:\n  class M(__B): ...\nclass M(__B): ..."
            })
    void aClassThatCannotBeSeen(String program) {
        assertThat(Judging.rules(program + MATCH)).containsExactly("dunder-attribute");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match f:\n  case a.M(g): ...",
                "match f:\n  case [1, {'k': a.M(g)}]: ...",
                "class A:\n  match f:\n    case int(g): ...",
                "class A:\n  def h(self):\n    match f:\n      case __M(g): ...",
                "match f:\n  case _A__M(g): ..."
            })
    void aPatternThatCanMeanAnything(String program) {
        assertThat(Judging.rules(program)).containsExactly("dunder-attribute");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match x:\n  case int(n) | str(n) | (float() as n): ...",
                "match x:\n  case [int(a), dict(b)] if a: ...",
                POINT + "match x:\n  case Point(0, y): ...",
                POINT + "class P3(Point, Exception): ...\nmatch x:\n  case P3(a, b, z=1): ...",
                POINT + "def f(x):\n  match x:\n    case Point(Point(a), b): ...",
                "class A:\n  __match_args__ = ()\n  def f(self):\n    match self:\n      case A(x): ...",
                "class A:\n  Point = 1\n" + POINT + "match x:\n  case Point(a): ...",
                "class Box[T](object, flag=1): ...\nmatch x:\n  case Box(a): ...",
                "if x:\n  class A: ...\nelse:\n  class A: ...\nmatch x:\n  case A(a): ...",
                "class A: ...\nclass A(A): ...\nmatch x:\n  case A(a): ...",
                "M = x\nmatch f:\n  case M(): ...",
                "M = x\nmatch f:\n  case M(a=1): ...",
                "def f(int): ..."
            })
    void aClassThatCanBeSeen(String program) {
        assertThat(Judging.strict(program)).isEmpty();
    }

    @Test
    void theClassIsWhatIsPointedAt() {
        assertThat(Judging.strict("M = x\nmatch f:\n  case [M(a)]: ..."))
                .containsExactly("dunder-attribute 3:9-3:10 M");
        assertThat(Judging.violations("match f:\n  case a.M(g): ...").get(0).message())
                .isEqualTo("a dotted class cannot be matched by position: only builtins and plain classes of the"
                        + " program itself can under the policy strict");
    }
}
