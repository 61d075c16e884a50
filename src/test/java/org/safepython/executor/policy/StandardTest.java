package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Terms;

class StandardTest {

    /** Rules of strict that a name written for a field, or a class that cannot be seen, breaks there as well. */
    private static final Set<String> ESCAPABLE = Set.of("import", "dunder-attribute", "format", "frame-attribute");

    static List<String> standard(String program) {
        return Judging.violations(SourceCode.of(program), Preset.STANDARD).stream()
                .map(Judging::line)
                .toList();
    }

    private static List<String> rules(String program) {
        return Judging.violations(SourceCode.of(program), Preset.STANDARD).stream()
                .map(Violation::rule)
                .toList();
    }

    static Stream<NamedProgram> everyday() {
        return NamedProgram.everyday(Language.PYTHON3);
    }

    @ParameterizedTest
    @MethodSource
    void everyday(NamedProgram program) {
        assertThat(standard(program.code())).isEmpty();
    }

    static Stream<NamedProgram> escapes() {
        return NamedProgram.escapes(Language.PYTHON3);
    }

    @ParameterizedTest
    @MethodSource
    void escapes(NamedProgram program) {
        assertThat(rules(program.code())).isNotEmpty().doesNotContain("syntax");
    }

    /** What holds them is the knowledge of modules, and nothing that strict refuses besides. */
    @ParameterizedTest
    @MethodSource("escapes")
    void escapesAreEscapesFromModules(NamedProgram program) {
        assertThat(Judging.rules(program.code())).contains("import").allMatch(rule -> ESCAPABLE.contains(rule));
    }

    @Test
    void thereAreManyOfBoth() {
        assertThat(everyday()).hasSizeGreaterThan(80);
        assertThat(escapes()).hasSizeGreaterThan(70);
    }

    @Test
    void whatIsKnownOfModulesIsOfThoseThatCanBeImported() {
        assertThat(Library.of(Language.PYTHON3).modules()).isEqualTo(Terms.STANDARD.modules());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                import os                             | import 1:1-1:10 os
                import random.x                       | import 1:1-1:16 random.x
                from . import random                  | import 1:1-1:21 .
                class A: import random                | import 1:10-1:23 random
                class A: from random import choice    | import 1:10-1:35 random
                from random import _os as o           | member 1:20-1:23 random._os
                from random import choice, main       | member 1:28-1:32 random.main
                from random import main as m          | member 1:20-1:24 random.main
                import random; random.Random._os      | ''
                import random; random._os             | member 1:23-1:26 random._os
                import random as r; r._os.x           | member 1:23-1:26 random._os
                import random; print(random)          | member 1:22-1:28 random
                import random; x.y = random           | member 1:22-1:28 random
                import random; random.seed = 1        | member 1:23-1:27 random.seed
                import random; del random.seed        | member 1:27-1:31 random.seed
                import math; math.pi += 1             | member 1:19-1:21 math.pi
                import collections.abc; collections.x | member 1:37-1:38 collections.x
                import collections.abc as c; c.Set    | ''
                from collections import abc; abc.Set  | ''
                from collections import abc; abc      | member 1:30-1:33 collections.abc
                import collections; collections.abc   | member 1:33-1:36 collections.abc
                from typing import *; get_type_hints  | member 1:23-1:37 typing.get_type_hints
                from typing import *; List            | ''
                from types import FunctionType as F   | member 1:19-1:31 types.FunctionType
                import typing; x._evaluate            | library-attribute 1:18-1:27 _evaluate
                x._evaluate                           | ''
                """)
    void theMemberIsWhatIsPointedAt(String program, String violation) {
        assertThat(standard(program)).isEqualTo(violation.isEmpty() ? List.of() : List.of(violation));
    }

    /** Names that are something else where they are read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(random): return random",
                "def f(*random, **x): return [random]",
                "def f():\n  random = 1\n  return random",
                "def f():\n  for random in x: print(random)",
                "def f(random):\n  def g(): return random\n  return g",
                "f = lambda random: random",
                "x = [random for random in y]",
                "x = [(random, z) for y in z for random in y if random]",
                "def f():\n  with x as random: print(random)",
                "def f():\n  [random := 1]\n  return random",
                "class A:\n  def f(self): return self.random\nA().random",
                "x.random._os",
                "f(random=1)"
            })
    void aNameThatHidesAModule(String program) {
        assertThat(standard("import random\n" + program)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(x=random): ...",
                "def f(random: random): ...",
                "def f(random) -> random: ...",
                "f = lambda random=random: 1",
                "@random\ndef f(random): ...",
                "x = [random for random in random]",
                "def f(random):\n  global y\n  class A:\n    global random\n    x = random",
                "class A:\n  x = random\n  random = 1",
                "def f(random):\n  class A:\n    x = random\n    random = 1",
                "def f[random](x: random): ...",
                "type random = random",
                "match random: \n case 1: ...",
                "match x:\n case random(): ...",
                "f'{random}'",
                "random += x",
                "class A(random): ...",
                "class A(metaclass=random): ...",
                "async def f(): await random",
                "def f():\n  def g():\n    nonlocal random\n    import random\n  random = 1\n  return random",
                "def f():\n  global r\n  import random as r\nr"
            })
    void aNameThatMayBeAModule(String program) {
        assertThat(rules("import random\n" + program)).containsOnly("member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from functools import wraps\nwraps(f)(g)",
                "from functools import wraps\nw = wraps",
                "from functools import wraps\n@wraps(f, ())\ndef g(): ...",
                "from functools import wraps\n@wraps(*f)\ndef g(): ...",
                "from functools import wraps\n@wraps(f)\n@x\ndef g(): ...",
                "from functools import wraps\n@wraps(f)\nclass A: ...",
                "import functools\nfunctools.wraps.x",
                "from copy import deepcopy\ndeepcopy(x, y)",
                "from copy import deepcopy\ndeepcopy(*x)",
                "from copy import deepcopy\nmap(deepcopy, x)",
                "from contextlib import redirect_stdout as r\nr(x)",
                "from contextlib import redirect_stdout as r\nwith r: ...",
                "from contextlib import redirect_stdout as r\nclass A(r): ...",
                "from dataclasses import dataclass\ndataclass(A)",
                "from dataclasses import dataclass\n@dataclass(A)\nclass B: ...",
                "from dataclasses import dataclass\n@dataclass\ndef f(): ...",
                "from dataclasses import field\nx = field()",
                "from dataclasses import field\nclass A:\n  x: int = (field(),)",
                "from dataclasses import KW_ONLY\nk = KW_ONLY",
                "from dataclasses import KW_ONLY\nclass A:\n  x: KW_ONLY = 1"
            })
    void aMemberThatIsGoodForOneThingOnly(String program) {
        assertThat(rules(program)).containsExactly("member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@dataclass\nclass A(x()): ...",
                "@dataclass\nclass A(x.y): ...",
                "@dataclass\nclass A(*x): ...",
                "from typing import Annotated\n@dataclass\nclass A(Annotated[x, 1]): ...",
                "from collections import namedtuple\n@dataclass\nclass A(namedtuple('B', x)): ...",
                "@dataclass\nclass A(metaclass=M): ...",
                "@dataclass\n@x\nclass A: ...",
                "@x\n@dataclass\nclass A: ...",
                "B = x\n@dataclass\nclass A(B): ...",
                "class B(metaclass=M): ...\n@dataclass\nclass A(B): ...",
                "class C:\n  B = 1\n  @dataclass\n  class A(B): ...",
                "class A:\n  x: int = field()",
                "@dataclass\nclass A:\n  x: int = field()\n  y: int = x",
                "@dataclass\nclass A:\n  x: int = field()\n  y: x",
                "@dataclass\nclass A:\n  x: int = field()\n  type y = [z for z in [x]]",
                "@dataclass\nclass A:\n  x: int = field()\n  def f[T: (lambda: x)](self): ...",
                "@dataclass\nclass A:\n  __x: int = field()\n  y = __x",
                "from typing import NamedTuple\n@dataclass\nclass A(NamedTuple):\n  x: int = field()",
                "from typing import final\n@dataclass\n@final\nclass A:\n  x: int = field()",
                "@dataclass\nclass A:\n  x: int = field()\n  def f(self, y=x): ...",
                "@dataclass\nclass A:\n  x: int = field()\nt = type",
                "@dataclass\nclass A:\n  x: int = field()\nclass B:\n  def __set_name__(self, o, n): ...",
                "import copy\n@dataclass\nclass A: ...\ncopy.copy(type(x)())",
                "from dataclasses import asdict\n@dataclass\nclass A: ...\nasdict(A())\nM = type",
                "import dataclasses\nT = 'KW_ONLY'\n@dataclass\nclass A:\n  x: T = field()",
                "import dataclasses\n@dataclass\nclass A:\n  x: 'dataclasses.KW_ONLY' = field()"
            })
    void aDataClassThatIsNotWhatItsTextSays(String program) {
        assertThat(rules("from dataclasses import dataclass, field\n" + program))
                .isNotEmpty()
                .containsOnly("data-class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(type, *x): return type",
                "type(x).__name__",
                "type(x) is int",
                "type(x) == int",
                "print(type(x), f'{type(x)}')",
                "from abc import ABC, ABCMeta\nclass B(metaclass=ABCMeta): ...",
                "from enum import Enum, auto\nclass E(Enum):\n  A = auto()\nclass F(str, Enum):\n  A = 'a'",
                "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass B(Generic[T]): ..."
            })
    void aProgramThatMakesNoClassesWhileItRuns(String program) {
        String copying = """
                import copy
                from dataclasses import dataclass, field
                @dataclass
                class P:
                    x: list = field(default_factory=list)
                match copy.copy(P()):
                    case P(y): ...
                """;
        assertThat(standard(copying + program)).isEmpty();
    }

    @Test
    void aModuleThatNobodyReviewedIsTheOperatorsOwn() {
        Preset preset = MessagesTest.allowing("own", Set.of("numpy", "os.path"));
        assertThat(Judging.violations(SourceCode.of("import numpy as np\nnp.array([1])"), preset))
                .isEmpty();
        assertThat(Judging.violations(SourceCode.of("from numpy import *\nimport numpy\nnumpy._x\nnumpy"), preset))
                .extracting(Judging::line)
                .containsExactly("member 1:19-1:20 numpy.*", "member 3:7-3:9 numpy._x", "member 4:1-4:6 numpy");
    }
}
