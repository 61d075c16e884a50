package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under {@code standard} special names may be used where they reach no more than what the program has in hand. */
class OwnMethodsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A:\n  def __repr__(self): return self.__class__.__name__",
                "x.y().__class__.__qualname__",
                "type(x).__qualname__",
                "print(f.__doc__, f.__module__, f.__qualname__)",
                "class A:\n  def __new__(cls): return super().__new__(cls)",
                "class A:\n  def __init_subclass__(cls, **k): super().__init_subclass__(**k)",
                "class A:\n  def __eq__(self, o): return super(A, self).__eq__(o)",
                "class A(dict):\n  def __getitem__(self, k): return dict.__getitem__(self, k)",
                "is_word = words.__contains__\nf(iter(x).__next__)",
                "print([].__len__(), x.__format__('>3'))",
                "class A:\n  def __mul__(self, o): ...\n  __rmul__ = __mul__",
                "__version__ = '1'\nprint(__version__, __all__)",
                "class A:\n  def __div__(self, o): ...",
                "import dataclasses\n@dataclasses.dataclass\nclass A:\n  x: int\ndataclasses.replace(A(1), x=2)",
                "import copy\ncopy.replace(x, y=2)"
            })
    void isAccepted(String program) {
        assertThat(StandardTest.standard(program)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.__class__",
                "x.__class__()",
                "x.__class__.y",
                "x.__class__.__module__",
                "x.__class__.__class__.__name__",
                "x.__class__.__name__ = 1\ny.__class__",
                "x.__class__.__dict__",
                "x.__doc__ = 1",
                "x.__doc__ += 1",
                "del x.__doc__",
                "x.__class__.__name__ += 'y'",
                "match x:\n  case y(__doc__=z): ...",
                "match x:\n  case y(__class__=z): ...",
                "x.__enter__()",
                "super().__exit__",
                "f = object.__new__",
                "x.__call__",
                "x.__len__ = y",
                "match x:\n  case y(__len__=z): ...",
                "super().__class__()",
                "super().__getattribute__('x')",
                "super().__getattr__('x')",
                "super().__setattr__('x', 1)",
                "object.__setattr__(x, 'y', 1)",
                "object.__delattr__(x, 'y')",
                "super().__dir__()",
                "super().__get__(x, y)",
                "super().__set_name__(x, y)",
                "bytes.__buffer__(b'', 0)",
                "list.__class_getitem__(x)",
                "object.__reduce_ex__(x, 2)",
                "object.__subclasses__()",
                "type.__call__(x)",
                "property.__get__(x)",
                "super.__new__(x)",
                "super()().__new__(x)",
                "x.super().__new__(y)",
                "super = x\nsuper().__new__(y)",
                "def f(object): object.__new__(y)",
                "for int in x: int.__call__(1, 2)",
                "from math import pi as dict\ndict.__iter__(x); dict.__new__(x)",
                "class A:\n  def object(self): object.__new__(A)"
            })
    void isRefusedAsAnAttribute(String program) {
        assertThat(StandardTest.standard(program)).isNotEmpty().allMatch(line -> line.startsWith("dunder-attribute"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__builtins__",
                "__class__",
                "__import__",
                "__loader__",
                "__build_class__",
                "__dict__",
                "__annotations__",
                "__getattribute__",
                "class A: __reduce__ = f",
                "class A:\n  def __reduce__(self): ...",
                "def f(): __add__ = 1"
            })
    void isRefusedAsAName(String program) {
        assertThat(StandardTest.standard(program))
                .isNotEmpty()
                .allMatch(line -> line.matches("(dunder-name|builtin) .*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class A: __radd__ = __add__",
                "super().__new__(x)",
                "x.__class__.__name__",
                "x.__doc__",
                "[].__len__()",
                "print(__version__)"
            })
    void isRefusedUnderStrict(String program) {
        assertThat(Judging.strict(program)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from dataclasses import replace\nreplace(x)\nM = type",
                "from dataclasses import *\nr = replace\nM = type",
                "import copy as c\nc.replace(x)\nM = type",
                "import dataclasses\nclass A:\n  def __get__(s, o, c): dataclasses.replace(s)",
                "from copy import replace as r\nclass M(type): ...\nr(x)"
            })
    void aCopyWithOtherValuesWhereClassesAreMadeIsRefused(String program) {
        assertThat(StandardTest.standard(program)).hasSize(1).allMatch(line -> line.startsWith("data-class"));
    }
}
