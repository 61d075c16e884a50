package org.safepython.executor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safepython.executor.Answer;
import org.safepython.executor.CapturedOutput;
import org.safepython.executor.Conclusion;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.Outcome;
import org.safepython.executor.policy.Violation;
import org.safepython.executor.web.Report.Fact;
import org.safepython.executor.web.Report.StreamView;

/** Puts the service's answers into words. Thread safe. */
final class ReportWriter {
    private static final double MEBIBYTE = 1 << 20;
    private static final double MICROS_PER_MILLI = 1000;

    private final Sentences sentences;

    ReportWriter(Sentences sentences) {
        this.sentences = sentences;
    }

    Report of(Answer answer) {
        if (answer instanceof Answer.Executed executed) {
            return executed(executed.result());
        }
        if (answer instanceof Answer.Refused refused) {
            return refused(refused.violations());
        }
        if (answer instanceof Answer.Busy) {
            return Report.trouble(sentences.of("busy"));
        }
        if (answer instanceof Answer.ShareUsedUp) {
            return Report.trouble(sentences.of("too-many-requests"));
        }
        if (answer instanceof Answer.Unavailable unavailable) {
            return Report.trouble("Not started: " + unavailable.reason() + ". The operator's log says more.");
        }
        return Report.trouble(sentences.of(answer instanceof Answer.Preparing ? "preparing" : "shutting-down"));
    }

    private Report refused(List<Violation> violations) {
        boolean isPython = !violations.get(0).rule().equals("syntax");
        return new Report(
                "bad", sentences.of(isPython ? "rejected" : "syntax-error"), List.of(), violations, List.of());
    }

    private Report executed(ExecutionResult result) {
        List<StreamView> streams = new ArrayList<>();
        addStream(streams, "stdout", "Standard output", result.stdout());
        addStream(streams, "stderr", "Standard error", result.stderr());
        Conclusion conclusion = result.conclusion();
        boolean good = conclusion.outcome() == Outcome.COMPLETED
                && conclusion.exitCode().orElse(1) == 0;
        return new Report(good ? "good" : "bad", sentence(conclusion), facts(result), List.of(), streams);
    }

    private String sentence(Conclusion conclusion) {
        if (conclusion.outcome() != Outcome.COMPLETED) {
            return sentences.of(conclusion.outcome().label());
        }
        int code = conclusion.exitCode().orElse(0);
        return conclusion
                .signal()
                .map(signal -> sentences.of("signal", signal))
                .orElseGet(() -> code == 0 ? sentences.of("completed") : sentences.of("exit_code", code));
    }

    private static List<Fact> facts(ExecutionResult result) {
        List<Fact> facts = new ArrayList<>();
        result.conclusion().exitCode().ifPresent(code -> facts.add(new Fact("Exit code", Integer.toString(code))));
        facts.add(new Fact("Time", result.timings().run() + " ms"));
        result.usage()
                .cpuMicros()
                .ifPresent(micros ->
                        facts.add(new Fact("CPU", String.format(Locale.ROOT, "%.1f ms", micros / MICROS_PER_MILLI))));
        result.usage()
                .memoryPeakBytes()
                .ifPresent(peak ->
                        facts.add(new Fact("Peak memory", String.format(Locale.ROOT, "%.1f MiB", peak / MEBIBYTE))));
        return facts;
    }

    private static void addStream(List<StreamView> streams, String name, String title, CapturedOutput output) {
        if (output.written() == 0) {
            return;
        }
        String notice = output.omitted()
                .map(gap -> gap.bytes() + " bytes are left out after character " + gap.at() + ".")
                .orElse("");
        streams.add(new StreamView(name, title, output.text(), notice));
    }
}
