package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private final Findings findings = new Findings(Preset.STRICT);

    @Test
    void theOrderIsThatOfTheTextAndThenOfTheRules() {
        findings.add(RuleName.MODULE_NAME, "b", "is bad", Span.of(2, 1, 1));
        findings.add(RuleName.IMPORT, "b", "is bad", Span.of(2, 1, 1));
        findings.add(RuleName.SYNTAX, "x", Span.of(1, 5, 1));
        findings.add(RuleName.SYNTAX, "x", Span.of(1, 10, 1));
        findings.add(RuleName.BUILTIN, "a", "is bad", Span.of(2, 1, 1));
        assertThat(findings.inSourceOrder())
                .extracting(Violation::rule, Violation::line, Violation::column)
                .map(Object::toString)
                .containsExactly(
                        "(\"syntax\", 1, 5)",
                        "(\"syntax\", 1, 10)",
                        "(\"builtin\", 2, 1)",
                        "(\"import\", 2, 1)",
                        "(\"module-name\", 2, 1)");
    }

    @Test
    void nothingIsSaidTwice() {
        findings.add(RuleName.BUILTIN, "a", "is bad", Span.START);
        findings.add(RuleName.BUILTIN, "a", "is bad", Span.START);
        assertThat(findings.inSourceOrder())
                .containsExactly(new Violation(
                        "builtin",
                        "\"a\" is bad under the policy strict; the operator of this server denies it",
                        1,
                        1,
                        1,
                        1,
                        Optional.of("a")));
    }

    @Test
    void theFirstHundredAreTold() {
        for (int line = 150; line > 0; line--) {
            findings.add(RuleName.BUILTIN, "a", "is bad", Span.of(line, 1, 1));
        }
        assertThat(findings.inSourceOrder())
                .hasSize(100)
                .extracting(Violation::line)
                .contains(1, 100);
        assertThat(Judging.violations("os\n".repeat(5000))).hasSize(100);
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        findings.add(RuleName.BUILTIN, "\uD83D\uDE00".repeat(100), "is bad", Span.START);
        assertThat(findings.inSourceOrder().get(0).name()).contains("\uD83D\uDE00".repeat(80) + "\u2026");
        assertThat(findings.inSourceOrder().get(0).message()).hasSizeLessThan(250);
    }

    @Test
    void aVerdictCannotBeChanged() {
        assertThatThrownBy(() -> new Verdict.Judged(List.of())
                        .violations()
                        .add(new Violation("a", "b", 1, 1, 1, 1, Optional.empty())))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(new Verdict.Judged(List.of()).accepted()).isTrue();
    }

    @Test
    void presetsAreFoundByName() {
        assertThat(Preset.builtIn("strict")).containsSame(Preset.STRICT);
        assertThat(Preset.builtIn("container")).containsSame(Preset.CONTAINER);
        assertThat(Preset.builtIn("Strict")).isEmpty();
        assertThat(Preset.CONTAINER.name()).isEqualTo("container");
    }
}
