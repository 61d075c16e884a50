package org.safepython.executor.policy;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.safepython.executor.settings.Language;

/** Judges one program on the calling thread, which needs a deep stack. Stateless. */
final class Judge {

    private static final System.Logger LOG = System.getLogger(Judge.class.getName());

    private Judge() {}

    /**
     * What is wrong with the program under a preset. Whatever a program makes the parser throw is a refusal; a lack of
     * memory is not, since it may be nobody's or somebody else's fault.
     */
    static List<Violation> judge(SourceCode code, Preset preset, Language language, Deadline deadline) {
        Findings findings = new Findings(preset);
        try {
            judge(code, preset, language, findings, deadline);
        } catch (SyntaxRefused refused) {
            findings.addPlain(RuleName.SYNTAX, String.valueOf(refused.getMessage()), refused.span());
        } catch (Deadline.Passed passed) {
            findings.add(RuleName.SOURCE, deadline.message(), Span.START);
        } catch (StackOverflowError overflow) {
            findings.add(RuleName.NESTING, NestingRule.message(preset.terms()), Span.START);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException | AssertionError | LinkageError broken) {
            log(broken);
            findings.add(RuleName.SYNTAX, "a program that cannot be parsed cannot run", Span.START);
        }
        return findings.inSourceOrder();
    }

    private static void judge(SourceCode code, Preset preset, Language language, Findings findings, Deadline deadline) {
        SourceCheck.read(code, language, preset.terms().bytes(), findings, deadline)
                .filter(text -> preset.parses())
                .map(text -> read(text, language, preset.terms().nesting(), deadline))
                .ifPresent(program -> preset.rules().forEach(rule -> rule.judge(program, findings)));
    }

    /** What the program says, read by its language's front end. */
    static Program read(String text, Language language, int deepest, Deadline deadline) {
        return switch (language) {
            case PYTHON3 -> Python3FrontEnd.read(text, deepest, deadline);
            case PYTHON2 -> Python2FrontEnd.read(text, deepest, deadline);
        };
    }

    /** Programs can make the parser throw at will, so that is no news; a class that is missing is our fault. */
    private static void log(Throwable broken) {
        System.Logger.Level level =
                broken instanceof LinkageError ? System.Logger.Level.ERROR : System.Logger.Level.DEBUG;
        LOG.log(level, "the parser failed", broken);
    }
}
