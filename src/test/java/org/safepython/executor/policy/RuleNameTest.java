package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safepython.executor.settings.PolicyFile;
import org.safepython.executor.settings.PresetDefinition;

/** The examples that explain a rule are true. */
class RuleNameTest {
    /** No rule of the operator's own is there before he writes one: its example is that of the example file. */
    private static Preset preset(RuleName rule) {
        return switch (rule) {
            case DENIED -> lessons();
            case MEMBER, DATA_CLASS, LIBRARY_ATTRIBUTE -> Preset.STANDARD;
            default -> Preset.STRICT;
        };
    }

    private static Preset lessons() {
        return PolicyFile.read(Path.of("docs/policy.example.yaml")).presets().stream()
                .filter(definition -> definition.name().equals("lessons"))
                .map(Preset::of)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void theBadExampleIsRefusedByThisRuleAlone(RuleName rule) {
        assertThat(Judging.violations(SourceCode.of(rule.bad()), preset(rule)))
                .isNotEmpty()
                .extracting(Violation::rule)
                .containsOnly(rule.id());
    }

    @ParameterizedTest
    @EnumSource
    void theGoodExampleIsAccepted(RuleName rule) {
        assertThat(Judging.violations(SourceCode.of(rule.good()), preset(rule))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whyIsASentenceAndInsteadEndsOne(RuleName rule) {
        assertThat(rule.why()).matches("[A-Z].*\\.");
        assertThat(rule.instead()).matches("[a-z].*[^.]");
    }

    @ParameterizedTest
    @EnumSource
    void theDerivedPresetsOfTheExampleKeepTheRules(RuleName rule) {
        for (PresetDefinition definition :
                PolicyFile.read(Path.of("docs/policy.example.yaml")).presets()) {
            assertThat(Preset.of(definition).ruleNames()).contains(rule);
        }
    }
}
