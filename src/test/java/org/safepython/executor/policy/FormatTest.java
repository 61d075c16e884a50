package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'plain . and [ text'",
                "'{}'",
                "'{0}{1}{name}'",
                "'{:.2f}'",
                "'{!r:>{width}.{precision}}'",
                "'{0:{1}{2}}'",
                "'{{0.x}}'",
                "'{{{0}}}'",
                "'{:{{}}}'",
                "'{:%Y.%m [%d]}'",
                "'{' '}'",
                "'\\x7b\\x7d'",
                "r'\\{}'",
                "u'{}'",
                "'''{\n}'''"
            })
    void plainTemplates(String literal) {
        assertThat(Judging.strict(literal + ".format(x)")).isEmpty();
        assertThat(Judging.strict("(" + literal + ") . format(*a, **b)")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'{0.x}'",
                "'{.x}'",
                "'{0[x]}'",
                "'{[0]}'",
                "'{a.b!r}'",
                "'{a!r:{b.c}}'",
                "'{:{.x}}'",
                "'{:{0[1]}}'",
                "'{0:{1}{2.x}}'",
                "'{{{0.x}}}'",
                "'{0' '.x}'",
                "'{0' \".x\" '''}'''",
                "'{0\\x2ex}'",
                "'{0\\056x}'",
                "'{0\\u002ex}'",
                "'{0\\N{FULL STOP}x}'",
                "'\\x7b0.x\\x7d'",
                "'{0\\\n.x}'",
                "r'{\\.x}'",
                "'{a[.}'",
                "'{a[}]}'",
                "'{a[:]}'",
                "'{ .x}'"
            })
    void templatesThatReadAttributesOrItems(String literal) {
        assertThat(Judging.rules(literal + ".format(x)")).containsExactly("format");
    }

    /** Python raises an error for these, too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'{'",
                "'}'",
                "'{0'",
                "'{0:'",
                "'{0!'",
                "'{0!r'",
                "'{0!rx}'",
                "'{a{b}}'",
                "'{:{:{:{}}}}'",
                "'a}b'"
            })
    void malformedTemplates(String literal) {
        assertThat(Judging.rules(literal + ".format(x)")).containsExactly("format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.format(1)",
                "'{}'.format",
                "f = '{}'.format",
                "f'{x}'.format(1)",
                "'{}' f'{x}'.format(1)",
                "b'{}'.format(1)",
                "('{}' if x else '').format(1)",
                "('{}' + '').format(1)",
                "'{}'.join(x).format(1)",
                "'{}'.format.x(1)",
                "map('{}'.format, x)",
                "str.format('{}', 1)",
                "super().format()",
                "x.format = 1",
                "del x.format",
                "1 .format(1)",
                "(y := '{}').format(1)",
                "'{}'[0:].format(1)",
                "match x:\n  case str(format=f): ...",
                "x.format_map(y)",
                "'{}'.format_map(y)",
                "match x:\n  case str(format_map=f): ..."
            })
    void formatOnAnythingElse(String program) {
        assertThat(Judging.rules(program)).containsExactly("format");
    }

    @Test
    void formatAsANameIsTheBuiltin() {
        assertThat(Judging.strict("format(x, '.2f'); def_format = x.formatter; f(format=1)"))
                .isEmpty();
        assertThat(Judging.strict("class A:\n  def format(self): ...")).isEmpty();
    }

    @Test
    void argumentsOfAFormatAreJudgedToo() {
        assertThat(Judging.rules("'{}'.format(eval, '{0.x}'.format(1))")).containsExactly("builtin", "format");
    }

    @Test
    void theTemplateGoesWithTheCalledAttributeOnly() {
        assertThat(Judging.rules("'{}'.format(x.format)")).containsExactly("format");
        assertThat(Judging.rules("'{}'.format(1).format(2)")).containsExactly("format");
    }
}
