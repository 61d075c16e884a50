package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DunderNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print(__name__, __file__, __doc__, __debug__)",
                "__all__ = ['x']",
                "__all__ += ['y']",
                "__version__: str = '1'",
                "__author__ = __version__ = '1'",
                "if x:\n  __version__ = '1'",
                "class A: __hash__ = None",
                "class A: __slots__: tuple = ()",
                "class A: __slots__ = __match_args__ = ('x', 'y')",
                "class A:\n  if x:\n    __eq__ = f",
                "class A:\n  __lt__, __gt__ = f, g",
                "class A:\n  def __init__(self): ...\n  async def __aenter__(self): ...",
                "class A:\n  @staticmethod\n  def __new__(cls): ...",
                "class A:\n  class B:\n    def __call__(self): ...",
                "def f():\n  class A:\n    def __next__(self): ...",
                "class A:\n  def __post_init__(self): ...",
                "class A:\n  for __x in y: ...",
                "__ = ____ = _",
                "__x = x__ = _x_"
            })
    void accepted(String program) {
        assertThat(Judging.strict(program)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__name__ = 1",
                "__name__ += 'x'",
                "__getattr__ = f",
                "if x: __dir__: f = g",
                "del __name__",
                "__doc__ = ''",
                "__debug__ = 1",
                "def __name__(): ...",
                "__spec__",
                "__class__",
                "__all__",
                "class A: __radd__ = __add__",
                "def __add__(a, b): ...",
                "class __add__: ...",
                "class A:\n  class __call__: ...",
                "def f(): __slots__ = 1",
                "class A:\n  def f(self): __slots__ = 1",
                "class A:\n  def f(self):\n    def __add__(): ...",
                "class A: __prepare__ = 1",
                "class A:\n  def __prepare__(): ...",
                "class A:\n  def __getattribute__(self, n): ...",
                "class A:\n  def __subclasses__(self): ...",
                "class A:\n  def __mro_entries__(self, b): ...",
                "class A: __class__ = 1",
                "class A: __dict__ = 1",
                "class A: __getattribute__ = f",
                "class A: __reduce__ = f",
                "class A:\n  for __add__ in x: ...",
                "class A: (__add__ := 1)",
                "class A:\n  del __slots__",
                "class A:\n  with x as __enter__: ...",
                "class A:\n  global __slots__",
                "class A:\n  [__add__ for __add__ in x]",
                "f = lambda __add__: 1",
                "___x___"
            })
    void refused(String program) {
        assertThat(Judging.rules(program)).isNotEmpty().containsOnly("dunder-name");
    }

    @Test
    void everySpecialMethodMayBeDefinedButFour() {
        assertThat(Dunder.SPECIAL_METHODS)
                .hasSize(100)
                .contains("__init__", "__setattr__", "__rmatmul__", "__length_hint__", "__release_buffer__")
                .doesNotContain("__prepare__", "__getattribute__", "__subclasses__", "__mro_entries__")
                .allSatisfy(name -> assertThat(Judging.strict("class A:\n  def " + name + "(self): ..."))
                        .isEmpty());
    }

    /** No private name turns into a dunder: it gets the class's name in front. */
    @Test
    void privateNamesStayPrivate() {
        assertThat(Judging.strict("class A:\n  def f(self): self.__x = __y")).isEmpty();
    }
}
