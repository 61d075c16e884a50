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

/** Imports in Python 2: what its own scopes and statements change. */
class Python2StandardTest {

    private static List<String> standard(String program) {
        return Judging.violations(SourceCode.of(program), Preset.STANDARD, Language.PYTHON2).stream()
                .map(Judging::line)
                .toList();
    }

    private static List<String> rules(String program, Preset preset) {
        return Judging.violations(SourceCode.of(program), preset, Language.PYTHON2).stream()
                .map(Violation::rule)
                .toList();
    }

    static Stream<NamedProgram> everyday() {
        return NamedProgram.everyday(Language.PYTHON2);
    }

    @ParameterizedTest
    @MethodSource
    void everyday(NamedProgram program) {
        assertThat(standard(program.code())).isEmpty();
    }

    static Stream<NamedProgram> escapes() {
        return NamedProgram.escapes(Language.PYTHON2);
    }

    /** What holds them is the knowledge of modules, and nothing that strict refuses besides. */
    @ParameterizedTest
    @MethodSource
    void escapes(NamedProgram program) {
        assertThat(rules(program.code(), Preset.STANDARD)).isNotEmpty().doesNotContain("syntax");
        assertThat(rules(program.code(), Preset.STRICT))
                .contains("import")
                .allMatch(Set.of("import", "dunder-attribute", "frame-attribute")::contains);
    }

    @Test
    void thereAreManyOfBoth() {
        assertThat(everyday()).hasSizeGreaterThan(25);
        assertThat(escapes()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                import os                             | import 1:1-1:10 os
                import enum                           | import 1:1-1:12 enum
                import random.x                       | import 1:1-1:16 random.x
                from . import random                  | import 1:1-1:21 .
                class A: import random                | import 1:10-1:23 random
                class A: from random import choice    | import 1:10-1:35 random
                from random import _os as o           | member 1:20-1:23 random._os
                from random import choice, main       | member 1:28-1:32 random.main
                import random; random._os             | member 1:23-1:26 random._os
                import random as r; r._os.x           | member 1:23-1:26 random._os
                import random; print random           | member 1:22-1:28 random
                import random; print >>random         | member 1:24-1:30 random
                import random; `random`               | member 1:17-1:23 random
                import random; random.seed = 1        | member 1:23-1:27 random.seed
                import random; del random.seed        | member 1:27-1:31 random.seed
                import math; math.pi += 1             | member 1:19-1:21 math.pi
                import math; f(m=math.pi)             | ''
                import collections; collections.abc   | member 1:33-1:36 collections.abc
                from abc import *; types.FunctionType | member 1:20-1:25 abc.types
                from itertools import *; izip         | ''
                from types import FunctionType as F   | member 1:19-1:31 types.FunctionType
                import abc; x._dump_registry          | library-attribute 1:15-1:29 _dump_registry
                """)
    void theMemberIsWhatIsPointedAt(String program, String violation) {
        assertThat(standard(program)).isEqualTo(violation.isEmpty() ? List.of() : List.of(violation));
    }

    @Test
    void aModuleThatOnlyPythonThreeHasIsSaidToBeMissing() {
        assertThat(Judging.violations(SourceCode.of("import enum"), Preset.STANDARD, Language.PYTHON2))
                .extracting(Violation::message)
                .containsExactly(
                        "\"enum\" cannot be imported under the policy standard; Python 2.7 has no such module");
        assertThat(Judging.violations(SourceCode.of("import x"), Preset.STANDARD, Language.PYTHON2))
                .extracting(Violation::message)
                .allMatch(
                        message -> message.contains("it allows: math, random, re, json") && !message.contains("enum"));
    }

    /** Names that are something else where they are read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(random): return random",
                "def f((a, (random, b))): return random",
                "def f(*random, **x): return [random]",
                "def f():\n  random = 1\n  return random",
                "def f():\n  for random in x: print random",
                "def f():\n  [1 for random in x]\n  return random",
                "def f():\n  try: x\n  except E, random: print random",
                "def f():\n  with x as random: print random",
                "def f(random):\n  def g(): return random\n  return g",
                "f = lambda random: random",
                "f = lambda (random, x): random",
                "x = {random for random in y}",
                "x = {random: 1 for random in y}",
                "x = list(random for random in y)",
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
                "def f(x=random): pass",
                "def f(random=random): pass",
                "f = lambda random=random: 1",
                "@random\ndef f(random): pass",
                "[random for random in x]",
                "[1 for random in x]; random",
                "x = list(random for random in random)",
                "x = {y for y in random}",
                "def f():\n  random = 1\n  global random\n  return random",
                "def f(random):\n  class A:\n    global random\n    x = random",
                "class A:\n  x = random\n  random = 1",
                "def f(random):\n  class A:\n    x = random\n    random = 1",
                "class A(random): pass",
                "random += x",
                "print x, random",
                "print >>random, x",
                "`random`",
                "raise random, x",
                "raise x, random",
                "try: x\nexcept random: y",
                "assert random",
                "x[random:1, ...]",
                "f(*random)",
                "f(**random)",
                "def f():\n  import random as r\n  global r\nr",
                "def f():\n  def g():\n    global r\n    import random as r\n  return r"
            })
    void aNameThatMayBeAModule(String program) {
        assertThat(rules("import random\n" + program, Preset.STANDARD)).containsOnly("member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from functools import wraps\nwraps(f)(g)",
                "from functools import wraps\nw = wraps",
                "from functools import wraps\n@wraps(f, ())\ndef g(): pass",
                "from functools import wraps\n@wraps(*f)\ndef g(): pass",
                "from functools import wraps\n@wraps(f)\n@x\ndef g(): pass",
                "from functools import wraps\n@wraps(f)\nclass A: pass",
                "from collections import namedtuple\nn = namedtuple",
                "from collections import namedtuple\nnamedtuple(x, 'a')",
                "from collections import namedtuple\nnamedtuple('A', x)",
                "from collections import namedtuple\nnamedtuple('A', ['a', x])",
                "from collections import namedtuple\nnamedtuple('A', 'a'.x())",
                "from collections import namedtuple\nnamedtuple('A', field_names=x)",
                "from collections import namedtuple\nnamedtuple('A', 'a', *x)",
                "from collections import namedtuple\nnamedtuple('A', 'a', **x)",
                "from copy import deepcopy\ndeepcopy(x, y)",
                "from copy import deepcopy\ndeepcopy(x, memo=y)",
                "from copy import deepcopy\ndeepcopy(*x)",
                "from copy import deepcopy\nmap(deepcopy, x)"
            })
    void aMemberThatIsGoodForOneThingOnly(String program) {
        assertThat(rules(program, Preset.STANDARD)).containsExactly("member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "class A(type): pass",
                "type(x).y",
                "type(x) < y",
                "type(x, y, z)",
                "class A(object):\n  def __eq__(self, other): pass\ntype(x) == A()",
                "class A(object):\n  def __cmp__(self, other): pass\ntype(x) <> A()",
                "class A(object):\n  __slots__ = 'x'",
                "class A(object):\n  def __getattr__(self, name): pass",
                "__metaclass__ = x",
                "class A:\n  __metaclass__ = x",
                "class A:\n  __metaclass__ = x()",
                "class A:\n  __metaclass__, y = x",
                "class A:\n  if x:\n    __metaclass__ = y",
                "class A:\n  def __metaclass__(self, x, y): pass",
                "class A(x()): pass",
                "from abc import ABCMeta\nABCMeta('A', (), {})",
                "from abc import ABCMeta\nclass A(ABCMeta): pass",
                "from abc import ABCMeta\nclass A(object):\n  __metaclass__ = ABCMeta\n  __metaclass__ = x"
            })
    void aCopyWhereClassesCanBeMadeMeanwhile(String program) {
        for (String copying : List.of("copy.copy(x)", "copy.deepcopy(x)")) {
            assertThat(rules("import copy\n" + copying + "\n" + program, Preset.STANDARD))
                    .containsExactly("member");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(type): return type",
                "type(x).__name__",
                "type(x) is int and type(y) is not str",
                "type(x) == int, type(x) <> y, type(x) in y",
                "print type(x), y",
                "print >>y, type(x)",
                "class A: pass",
                "@x\nclass A(B, c.D): pass",
                "@x(1)\nclass A: pass",
                "from abc import ABCMeta\nclass A(object):\n  __metaclass__ = ABCMeta",
                "import abc\nclass A(object):\n  __metaclass__ = abc.ABCMeta"
            })
    void aCopyWhereNoClassesAreMadeMeanwhile(String program) {
        assertThat(standard("import copy\ncopy.copy(x), copy.deepcopy(y)\n" + program))
                .isEmpty();
    }
}
