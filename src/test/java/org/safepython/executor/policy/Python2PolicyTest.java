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
import org.safepython.executor.settings.Language;

/** The same rules over Python 2, and what Python 2 adds to them. */
class Python2PolicyTest {

    private static List<String> strict(String program) {
        return Judging.violations(SourceCode.of(program), Preset.STRICT, Language.PYTHON2).stream()
                .map(Judging::line)
                .toList();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("exec 'x'", "builtin 1:1-1:5 exec"),
                arguments("exec('x', {})", "builtin 1:1-1:5 exec"),
                arguments("if x:\n  exec y in z", "builtin 2:3-2:7 exec"),
                arguments("eval('x')", "builtin 1:1-1:5 eval"),
                arguments("input()", "builtin 1:1-1:6 input"),
                arguments("execfile('x')", "builtin 1:1-1:9 execfile"),
                arguments("f = file", "builtin 1:5-1:9 file"),
                arguments("reload(x)", "builtin 1:1-1:7 reload"),
                arguments("buffer('x')", "builtin 1:1-1:7 buffer"),
                arguments("open('x')", "builtin 1:1-1:5 open"),
                arguments("print >>file('x', 'w'), 1", "builtin 1:9-1:13 file"),
                arguments("`eval`", "builtin 1:2-1:6 eval"),
                arguments("apply(getattr, x)", "builtin 1:7-1:14 getattr"),
                arguments("def f((a, (eval, b))): pass", "builtin 1:12-1:16 eval"),
                arguments("lambda (eval, b): 1", "builtin 1:9-1:13 eval"),
                arguments("try: pass\nexcept E, eval: pass", "builtin 2:11-2:15 eval"),
                arguments("raise E, eval, tb", "builtin 1:10-1:14 eval"),
                arguments("x = [1 for eval in y]", "builtin 1:12-1:16 eval"),
                arguments("__import__('x')", "builtin 1:1-1:11 __import__"),
                arguments("__builtins__", "dunder-name 1:1-1:13 __builtins__"),
                arguments("import os", "import 1:1-1:10 os"),
                arguments("from __future__ import print_function", "import 1:1-1:38 __future__"),
                arguments("from . import x", "import 1:1-1:16 ."),
                arguments("os", "module-name 1:1-1:3 os"),
                arguments(
                        "x = u'\u00e9\uD83D\uDE00'; os".replace("x", "# coding: utf-8\nx"), "module-name 2:12-2:14 os"),
                arguments("x.sys", "module-name 1:3-1:6 sys"),
                arguments("try: pass\nexcept E, x.__class__: pass", "dunder-attribute 2:13-2:22 __class__"),
                arguments("().__class__", "dunder-attribute 1:4-1:13 __class__"),
                arguments("f(__class__=1)", "dunder-attribute 1:3-1:12 __class__"),
                arguments("x.func_globals", "frame-attribute 1:3-1:15 func_globals"),
                arguments("x.im_func", "frame-attribute 1:3-1:10 im_func"),
                arguments("(x for x in y).gi_frame", "frame-attribute 1:16-1:24 gi_frame"),
                arguments("class Printer:\n  def f(s): s.__x()", "frame-attribute 2:15-2:18 _Printer__x"),
                arguments("'{0.x}'.format(1)", "format 1:9-1:15 format"),
                arguments("u'\\u007b0.x}'.format(1)", "format 1:15-1:21 format"),
                arguments("ur'\\u007b0.x}'.format(1)", "format 1:16-1:22 format"),
                arguments("u'\\N{LEFT CURLY BRACKET}0.x}'.format(1)", "format 1:31-1:37 format"),
                arguments("'\\N{0.x}'.format(1)", "format 1:11-1:17 format"),
                arguments("'\\1730.x}'.format(1)", "format 1:12-1:18 format"),
                arguments("'{0' '.x}'.format(1)", "format 1:12-1:18 format"),
                arguments("('{0'\n  u'.x}').format(1)", "format 2:11-2:17 format"),
                arguments("t.format(1)", "format 1:3-1:9 format"),
                arguments("str.format", "format 1:5-1:11 format"),
                arguments("__metaclass__", "dunder-name 1:1-1:14 __metaclass__"),
                arguments("def f():\n  __slots__ = 1", "dunder-name 2:3-2:12 __slots__"),
                arguments("class A:\n  def __getattribute__(s, n): pass", "dunder-name 2:7-2:23 __getattribute__"),
                arguments("class A:\n  def __matmul_(s): os", "module-name 2:21-2:23 os"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String program, String violation) {
        assertThat(strict(program)).contains(violation);
        assertThat(strict(program)).noneMatch(line -> line.startsWith("syntax"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print",
                "print 'a', 1,",
                "print >>out, x",
                "print('a')",
                "x = `1, 2`",
                "raw_input()",
                "print u'\\u00e9', ur'\\u00e9', b'x', R'y', bR'z'",
                "x = 0777 + 0o17 + 0xFFL + 10l + 0b1 + 1e5 + .5j",
                "raise ValueError, 'x'",
                "raise E, v, tb",
                "try: pass\nexcept (A, B), e: pass\nelse: pass",
                "try: pass\nexcept A as e: pass\nfinally: pass",
                "def f(a, (b, c), (d,), *e, **g): return b",
                "f = lambda (a, b), c=1: a",
                "class A: pass",
                "class A(object):\n  __metaclass__ = M\n  def __nonzero__(self): return 1",
                "__metaclass__ = type",
                "class A:\n  def __cmp__(s, o): pass\n  def __unicode__(s): pass\n  def __getslice__(s, a, b): pass",
                "class A:\n  def __div__(s, o): pass\n  def __long__(s): pass\n  def __coerce__(s, o): pass",
                "class A(B):\n  def __init__(self): B.__init__(self)",
                "if __name__ == '__main__': pass",
                "True = 1; print True",
                "x <> y",
                "x = {a: b for a, b in c}; y = {a for a in b}",
                "x = [a for a in 1, 2]; print a",
                "with a as b, c: pass",
                "print unichr(1), long(1), xrange(2), reduce(f, x), apply(f, x), intern('a'), coerce(1, 2), cmp(1, 2)",
                "isinstance(x, basestring) or unicode(x) or callable(x)",
                "'%s %(a)s' % x",
                "'{0} {a:>{w}} {{}}'.format(1, a=2, w=3)",
                "'a\\n{}\\t'.format(1)",
                "x[1:2, ..., ::3]",
                "important = 1; osmosis = 'import os' # eval(",
                "x = 1 if y else 2",
                "f(a, b=1, c=2, *d, **e)",
                "def f():\n\tyield\n        # eight\n\treturn",
                "if x:\r\n  y\r\n",
                "x = 1\f\n\f\ny",
                "# coding: utf8\nprint 'é'",
                ""
            })
    void accepted(String program) {
        assertThat(strict(program)).isEmpty();
    }

    static Stream<Arguments> syntax() {
        return Stream.of(
                arguments("print(x, file=y)", 1, 14, "invalid syntax"),
                arguments("x = (", 1, 5, "invalid syntax"),
                arguments("f'{x}'", 1, 2, "invalid syntax"),
                arguments("if x:\n    y\n  z", 3, 3, "unindent does not match any outer indentation level"),
                arguments("1 = x", 1, 1, "can't assign to number"),
                arguments("f(a=1, a=2)", 1, 8, "keyword arguments repeated"),
                arguments("def f(x: int): pass", 1, 8, "invalid syntax"),
                arguments("os\rx", 1, 3, "a carriage return without a line feed cannot end a line"),
                arguments("os\r\r\nx", 1, 3, "a carriage return without a line feed cannot end a line"),
                arguments("class A:\n  \fx = 1", 2, 3, "a form feed cannot stand in the indentation"));
    }

    @ParameterizedTest
    @MethodSource
    void syntax(String program, int line, int column, String message) {
        assertThat(Judging.violations(SourceCode.of(program), Preset.STRICT, Language.PYTHON2))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo("syntax");
                    assertThat(violation.message()).isEqualTo(message);
                    assertThat(List.of(violation.line(), violation.column())).containsExactly(line, column);
                });
    }

    /** As CPython 2.7 does. */
    @Test
    void textBeyondAsciiNeedsACookie() {
        assertThat(strict("x = 1\nprint 'é'")).containsExactly("syntax 2:8-2:9");
        assertThat(strict("# é")).containsExactly("syntax 1:3-1:4");
        assertThat(strict("#!/usr/bin/python\n# -*- coding: utf-8 -*-\nprint 'é'"))
                .isEmpty();
        assertThat(strict("x = 1\n# coding: utf-8\nprint 'é'")).containsExactly("syntax 3:8-3:9");
        assertThat(strict("# coding: latin-1")).containsExactly("source 1:11-1:18");
    }

    @Test
    void pythonThreeIsNoPythonTwo() {
        for (String program : List.of("nonlocal x", "async def f(): pass", "match x:\n  case 1: pass", "x: int = 1")) {
            assertThat(strict(program)).singleElement().asString().startsWith("syntax");
        }
    }

    /** What one Python adds is not refused, and not allowed, in the other. */
    @Test
    void theLanguagesDoNotMix() {
        assertThat(Judging.strict("input()")).isEmpty();
        assertThat(Judging.strict("class A:\n  def __nonzero__(self): ...")).hasSize(1);
        assertThat(Judging.strict("__metaclass__ = type")).hasSize(1);
    }
}
