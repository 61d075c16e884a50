package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.safepython.executor.settings.Language;

/** Asks the real policy, and writes its answers so that a table can hold them. */
final class Judging {

    /** The rules are in question, not the time: a busy machine may take longer than users wait. */
    private static final CodePolicy POLICY = new CodePolicy(2, 64, Duration.ofSeconds(20));

    private static final CodePolicy IN_TIME = new CodePolicy();

    /** On a busy machine, the thread of a program that took too long may come back late. */
    private static final int PATIENCE = 10;

    static {
        // The parser is loaded at first use, which takes a busy machine longer than a judgement may take.
        violations(SourceCode.of(WarmUp.PROGRAM), Preset.STANDARD);
    }

    private Judging() {}

    static List<Violation> violations(SourceCode code, Preset preset) {
        return violations(code, preset, Language.PYTHON3);
    }

    static List<Violation> violations(SourceCode code, Preset preset, Language language) {
        return violations(POLICY, code, preset, language);
    }

    /** What is wrong under {@code strict}, found in the time that users have. */
    static List<Violation> inTime(String source, Language language) {
        return violations(IN_TIME, SourceCode.of(source), Preset.STRICT, language);
    }

    private static List<Violation> violations(CodePolicy policy, SourceCode code, Preset preset, Language language) {
        Verdict verdict = new Verdict.Overloaded();
        for (int i = 0; i < PATIENCE && !(verdict instanceof Verdict.Judged); i++) {
            verdict =
                    policy.judge(code, preset, language, Thread.currentThread().getName());
        }
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
