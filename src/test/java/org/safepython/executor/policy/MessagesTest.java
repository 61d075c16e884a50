package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.settings.PresetDefinition;
import org.safepython.executor.settings.Terms;

/** What people are told: what is wrong, under which policy, and what to do instead. */
class MessagesTest {
    private static final int LONGEST = 300;

    static Preset allowing(String name, Set<String> modules) {
        Terms strict = Terms.STRICT;
        Terms terms = new Terms(
                modules,
                strict.builtins(),
                strict.systemModules(),
                Set.of("denied_name"),
                Set.of("denied_attribute"),
                Set.of(),
                strict.ownMethods(),
                strict.bytes(),
                strict.nesting());
        return Preset.of(new PresetDefinition(name, Optional.of("strict"), "", terms));
    }

    private static String message(String program, Preset preset) {
        List<Violation> violations = Judging.violations(SourceCode.of(program), preset);
        assertThat(violations).hasSize(1);
        return violations.get(0).message();
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments(
                        "open",
                        "data comes in by stdin, which input() reads (raw_input() in Python 2), and print() writes the result"),
                arguments("eval", "convert what you expect, int(x) or float(x), or parse the text yourself"),
                arguments("exec", "write the code into the program itself"),
                arguments("compile", "write the code into the program itself"),
                arguments("__import__", "write the code into the program itself"),
                arguments("globals", "keep the values in a dict of your own"),
                arguments("getattr", "write the attribute itself, x.name, or keep the values in a dict"),
                arguments("breakpoint", "print() what you want to see"),
                arguments("help", "look it up at docs.python.org"),
                arguments("memoryview", "use bytes or bytearray"));
    }

    @ParameterizedTest
    @MethodSource
    void messages(String builtin, String instead) {
        assertThat(message(builtin, Preset.STRICT))
                .isEqualTo('"' + builtin + "\" cannot be used as a name under the policy strict; " + instead);
    }

    @Test
    void everyBuiltinThatIsRefusedHasAnAdviceOfItsOwn() {
        assertThat(Terms.STRICT.builtins())
                .allSatisfy(name -> assertThat(BuiltinAdvice.on(name)).isNotEqualTo(RuleName.BUILTIN.instead()));
    }

    @Test
    void anImportIsToldWhatCanBeImported() {
        assertThat(message("import json", allowing("small", Set.of("random", "math"))))
                .isEqualTo("\"json\" cannot be imported under the policy small; it allows: math, random");
        assertThat(message("import os", Preset.STANDARD))
                .startsWith("\"os\" cannot be imported under the policy standard; it allows: math, random, re, json, ")
                .endsWith(" more that GET /policy lists");
        assertThat(message("import math", Preset.STRICT))
                .isEqualTo("\"math\" cannot be imported under the policy strict; it allows no imports");
    }

    @Test
    void aLongListIsCut() {
        Set<String> many = IntStream.range(100, 200).mapToObj(i -> "module" + i).collect(Collectors.toSet());
        assertThat(message("import json", allowing("large", many)))
                .contains("it allows: module100, module101, ")
                .endsWith(" and 93 more that GET /policy lists");
    }

    @Test
    void whatTheOperatorDeniesIsSaidToBeDenied() {
        Preset preset = allowing("p", Set.of());
        assertThat(message("denied_name = 1", preset))
                .isEqualTo("\"denied_name\" cannot be used as a name under the policy p;"
                        + " the operator of this server denies it");
        assertThat(message("x.denied_attribute", preset))
                .startsWith("\"denied_attribute\" cannot be used as an attribute under the policy p; ");
        assertThat(Judging.violations(SourceCode.of("f(denied_attribute=1)\nx.denied_name"), preset))
                .isEmpty();
    }

    static Stream<String> longestPrograms() {
        String name = "n".repeat(500);
        return Stream.of(
                "import " + name,
                "open; eval; exec; getattr",
                "class A:\n  def f(self): self.__" + name + "__",
                "__" + name + "__",
                "x.gi_" + name,
                "str.format",
                "\"{0.x}\".format(1)",
                "class A: __match_args__ = x",
                "match x:\n  case " + name + "(1): pass\n" + name + " = 1",
                "match x:\n  case a." + name + "(1): pass",
                "def f(" + name + "=" + name,
                "lambda sys: sys");
    }

    @ParameterizedTest
    @MethodSource("longestPrograms")
    void noMessageIsLong(String program) {
        Set<String> many = IntStream.range(100, 200).mapToObj(i -> "module" + i).collect(Collectors.toSet());
        assertThat(Judging.violations(SourceCode.of(program), allowing("p".repeat(40), many)))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.message()).hasSizeLessThan(LONGEST));
    }
}
