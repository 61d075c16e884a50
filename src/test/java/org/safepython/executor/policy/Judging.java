package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Asks the real policy, and writes its answers so that a table can hold them. */
final class Judging {

    private static final CodePolicy POLICY = new CodePolicy();

    static {
        // The parser is loaded at first use, which takes a busy machine longer than a judgement may take.
        while (POLICY.judge(SourceCode.of(""), Preset.STANDARD) instanceof Verdict.Overloaded) {
            Thread.onSpinWait();
        }
    }

    private Judging() {}

    static List<Violation> violations(SourceCode code, Preset preset) {
        Verdict verdict = POLICY.judge(code, preset);
        assertThat(verdict).isInstanceOf(Verdict.Judged.class);
        return ((Verdict.Judged) verdict).violations();
    }

    static List<Violation> violations(String source) {
        return violations(SourceCode.of(source), Preset.STRICT);
    }

    /** Every violation as {@code rule line:column-endLine:endColumn name}. */
    static List<String> strict(String source) {
        return violations(source).stream().map(Judging::line).toList();
    }

    /** The rules that are broken, one entry for each violation. */
    static List<String> rules(String source) {
        return violations(source).stream().map(Violation::rule).toList();
    }

    static String line(Violation violation) {
        return String.format(
                        "%s %d:%d-%d:%d %s",
                        violation.rule(),
                        violation.line(),
                        violation.column(),
                        violation.endLine(),
                        violation.endColumn(),
                        violation.name().orElse(""))
                .strip();
    }
}
