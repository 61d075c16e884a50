package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safepython.executor.settings.Language;

/** Wherever CPython 2.7 finds a module under a name, the policy knows that it may be one. */
class Python2ScopesIT {

    private static final String SEED_AND_NUMBER = "20 40000";

    @Test
    void testNoProgramThatGetsHoldOfAModuleIsAccepted() throws Exception {
        List<String> json = Walk.lines(NamedProgram.scopes(), Language.PYTHON2, SEED_AND_NUMBER);
        String[] programs = new ObjectMapper().readValue(json.get(0), String[].class);

        assertThat(programs)
                .hasSizeGreaterThan(300)
                .allSatisfy(program -> assertThat(
                                Judging.violations(SourceCode.of(program), Preset.STANDARD, Language.PYTHON2))
                        .as(program)
                        .isNotEmpty());
    }
}
