package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole programs that reach a builtin, a module, a frame or a dunder attribute when CPython runs them. */
class AttackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // From an object to all classes.
                "().__class__.__base__.__subclasses__()",
                "[c for c in type.mro(object)[0].__subclasses__()]",
                "match (): \n case object(__class__=object(__base__=b)): b",
                "x = type(()).__mro__",
                "'%s' % ().__class__",
                // Into frames.
                "try: 1/0\nexcept Exception as e: e.__traceback__.tb_frame.f_globals",
                "class C:\n  def __exit__(self, t, v, tb): tb.tb_frame.f_back\nwith C(): 1/0",
                "class C:\n  def __exit__(self, t, v, tb):\n    match tb:\n      case object(tb_frame=f): f",
                "g = (g.gi_frame.f_back.f_back for _ in [1])",
                "async def f(): ...\nf().cr_frame",
                "async def f(): yield\nf().ag_frame",
                "def f(): ...\nf.__globals__['__builtins__']",
                "(lambda: 0).__code__.co_consts",
                "print.__self__",
                // Texts that name attributes.
                "'{0.__class__}'.format(1)",
                "'{0.__class__}'.format_map",
                "f = '{0.__cl' 'ass__}'.format; f(1)",
                "list(map(str.format, ['{0.__class__}'], [1]))",
                "match '{0.__class__}':\n  case str(format=f): f(1)",
                "class S(str): __match_args__ = ('format',)\nmatch S('{0.__class__}'):\n  case S(f): f(1)",
                "class S(str):\n  def f(self): return super().format(1)\nS('{0.__class__}').f()",
                "format = getattr",
                // Other ways to write a name.
                "__builtins__.__dict__['op' + 'en']",
                "\uFF47\uFF45\uFF54\uFF41\uFF54\uFF54\uFF52(1, 'real')",
                "import \u00BAs",
                "\uD835\uDC28\uD835\uDC29\uD835\uDC1E\uD835\uDC27('x')",
                "x.__\u1D9Class__",
                "def f(*, \uFF4F\uFF50\uFF45\uFF4E): ...",
                "f'{f\"{f'{eval}'}\"}'",
                "f'{1:{f\"{eval!r}\"}}'",
                "[eval := 1]",
                "lambda: (yield __import__('os'))",
                "@eval\n@input\nclass X: ...",
                "class X(metaclass=exec): ...",
                "def f(x: eval = exec) -> compile: ...",
                "type X[T: (eval, 1)] = T",
                "for exec in [1]: ...",
                "with x as (a, [*eval]): ...",
                "del eval",
                "if 0: import os",
                "try:\n  import os\nexcept* E: ...",
                "class A:\n  class B:\n    def f(self):\n      from os import *",
                "\\\n\fimport os",
                "x = 1;import\\\n os",
                "if 1:\r\timport os\r",
                "license._Printer__filenames",
                "class Printer:\n  f = lambda self, p: p.__setup()",
                // What a class may define decides how others are read.
                "class M(type):\n  def __prepare__(n, b): return {}",
                "class C:\n  def __getattribute__(self, n): ...",
                "class C: __class__ = property(lambda s: int)",
                "class C:\n  @lambda f: ('__globals__',)\n  def __match_args__(): ...",
                "class C:\n  def __mro_entries__(self, b): return ()",
                "class C:\n  nonlocal __class__",
                "class C:\n  def f(self): return __class__",
                "__build_class__ = None",
                "__import__ = None",
                "__annotations__['x']",
                "def f(__globals__): ...",
                "dict(__class__=1)",
                "x.__dict__ |= {}",
                "for x.__class__ in [C]: ...",
                "(x := y).__class__",
                "[*x.__dict__]",
                "async def f():\n  async for x.__dict__ in y: ..."
            })
    void refused(String program) {
        assertThat(Judging.rules(program)).isNotEmpty().doesNotContain("syntax");
    }
}
