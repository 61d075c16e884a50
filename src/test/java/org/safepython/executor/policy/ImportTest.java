package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImportTest {

    static Stream<Arguments> everyImport() {
        return Stream.of(
                arguments("import os", List.of("import 1:1-1:10 os")),
                arguments("import os.path", List.of("import 1:1-1:15 os.path")),
                arguments("import a, b.c", List.of("import 1:1-1:14 a", "import 1:1-1:14 b.c")),
                arguments("import a as b", List.of("import 1:1-1:14 a")),
                arguments("import a.b as os", List.of("import 1:1-1:17 a.b", "module-name 1:15-1:17 os")),
                arguments(
                        "import a as eval, b",
                        List.of("import 1:1-1:20 a", "import 1:1-1:20 b", "builtin 1:13-1:17 eval")),
                arguments("from __future__ import annotations", List.of("import 1:1-1:35 __future__")),
                arguments("from os import path", List.of("import 1:1-1:20 os")),
                arguments("from a import *", List.of("import 1:1-1:16 a")),
                arguments("from . import a", List.of("import 1:1-1:16 .")),
                arguments("from .... a.b import c", List.of("import 1:1-1:23 ....a.b")),
                arguments("from a import os", List.of("import 1:1-1:17 a", "module-name 1:15-1:17 os")),
                arguments("from a import b as open", List.of("import 1:1-1:24 a", "builtin 1:20-1:24 open")),
                arguments("from a import open as b", List.of("import 1:1-1:24 a")),
                arguments("from a import sys as b", List.of("import 1:1-1:23 a", "module-name 1:15-1:18 sys")),
                arguments(
                        "from a import (b,\n  __dict__ as c)",
                        List.of("import 1:1-2:17 a", "dunder-attribute 2:3-2:11 __dict__")),
                arguments("def f():\n  if x:\n    import a", List.of("import 3:5-3:13 a")),
                arguments("class A: import b", List.of("import 1:10-1:18 b")),
                arguments("x; import \uFF4F\uFF53; y", List.of("import 1:4-1:13 os")),
                arguments("import a\\\n.b", List.of("import 1:1-2:3 a.b")));
    }

    @ParameterizedTest
    @MethodSource
    void everyImport(String program, List<String> violations) {
        assertThat(Judging.strict(program)).isEqualTo(violations);
    }

    @Test
    void theMessageTellsAPersonWhatIsWrong() {
        assertThat(Judging.violations("import os").get(0).message())
                .isEqualTo("\"os\" cannot be imported under the policy strict; it allows no imports");
    }
}
