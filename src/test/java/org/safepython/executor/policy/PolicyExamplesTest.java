package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs by which the policy is described to users. */
class PolicyExamplesTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("import math", List.of("import 1:1-1:12 math")),
                arguments("import os", List.of("import 1:1-1:10 os")),
                arguments("open(\"x\")", List.of("builtin 1:1-1:5 open")),
                arguments("def eval(x): ...", List.of("builtin 1:5-1:9 eval")),
                arguments("e = eval", List.of("builtin 1:5-1:9 eval")),
                arguments("lambda os: os", List.of("module-name 1:8-1:10 os", "module-name 1:12-1:14 os")),
                arguments("x.sys", List.of("module-name 1:3-1:6 sys")),
                arguments("().__class__", List.of("dunder-attribute 1:4-1:13 __class__")),
                arguments(
                        "match p:\n    case object(__class__=c): ...", List.of("dunder-attribute 2:17-2:26 __class__")),
                arguments("\"{0.real}\".format(1)", List.of("format 1:12-1:18 format")),
                arguments("t = \"{}\"\nt.format(1)", List.of("format 2:3-2:9 format")),
                arguments("str.format", List.of("format 1:5-1:11 format")),
                arguments("class A: __prepare__ = 1", List.of("dunder-name 1:10-1:21 __prepare__")),
                arguments("__builtins__", List.of("dunder-name 1:1-1:13 __builtins__")),
                arguments("(x for x in y).gi_frame", List.of("frame-attribute 1:16-1:24 gi_frame")),
                arguments("print(__loader__)", List.of("dunder-name 1:7-1:17 __loader__")),
                arguments("f\"{x.__dict__}\"", List.of("dunder-attribute 1:6-1:14 __dict__")),
                arguments("type X = exec", List.of("builtin 1:10-1:14 exec")),
                arguments("\uFF4F\uFF53", List.of("module-name 1:1-1:3 os")));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String source, List<String> violations) {
        assertThat(Judging.strict(source)).isEqualTo(violations);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "super().__init__()",
                "if __name__ == \"__main__\": main()",
                "class V: __slots__ = (\"x\",)",
                "class V:\n    def __add__(self, o): ...",
                "type(e).__name__",
                "\"{:>8}\".format(x)",
                "f\"{x!r:>{w}}\"",
                "self._x",
                "print(*a, sep=\"\", file=None)",
                "model.eval()",
                "re.compile",
                "important = 1",
                "osmosis = evaluate",
                "\"import os\"",
                "# eval(",
                "x.format_name",
                "async def f(): await g()",
                "match c:\n    case Point(x=0): ...",
                "def f[T](a: T) -> T: ...",
                "id(x) == id(y)",
                "input()"
            })
    void accepted(String source) {
        assertThat(Judging.strict(source)).isEmpty();
    }
}
