package org.safepython.executor.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safepython.executor.Answer;
import org.safepython.executor.CapturedOutput;
import org.safepython.executor.Conclusion;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.Outcome;
import org.safepython.executor.policy.Violation;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.web.Report.Fact;
import org.safepython.executor.web.Report.StreamView;

/** Puts the service's answers into words. Thread safe. */
final class ReportWriter {
    private static final long KIBIBYTE = 1L << 10;
    private static final long MEBIBYTE = 1L << 20;
    private static final double MICROS_PER_MILLI = 1000;

    private final Settings settings;

    ReportWriter(Settings settings) {
        this.settings = settings;
    }

    Report of(Answer answer, Duration timeout) {
        if (answer instanceof Answer.Executed executed) {
            return executed(executed.result(), timeout);
        }
        if (answer instanceof Answer.Refused refused) {
            return refused(refused.violations());
        }
        if (answer instanceof Answer.Busy || answer instanceof Answer.ShareUsedUp) {
            return Report.trouble("Not started: all places are taken. Try again in a moment.");
        }
        if (answer instanceof Answer.Unavailable unavailable) {
            return Report.trouble("Not started: " + unavailable.reason() + ". The operator's log says more.");
        }
        if (answer instanceof Answer.Preparing) {
            return Report.trouble("Not started: what runs this language is being built. Try again in a minute.");
        }
        return Report.trouble("Not started: the server is shutting down.");
    }

    private static Report refused(List<Violation> violations) {
        String sentence = violations.get(0).rule().equals("syntax")
                ? "Not started: this is not valid Python."
                : "Not started: the policy refuses this program.";
        return new Report("bad", sentence, List.of(), violations, List.of());
    }

    private Report executed(ExecutionResult result, Duration timeout) {
        List<StreamView> streams = new ArrayList<>();
        addStream(streams, "stdout", "Standard output", result.stdout());
        addStream(streams, "stderr", "Standard error", result.stderr());
        boolean good = result.conclusion().outcome() == Outcome.COMPLETED
                && result.conclusion().exitCode().orElse(1) == 0;
        return new Report(
                good ? "good" : "bad", sentence(result.conclusion(), timeout), facts(result), List.of(), streams);
    }

    private String sentence(Conclusion conclusion, Duration timeout) {
        return switch (conclusion.outcome()) {
            case COMPLETED -> completed(conclusion);
            case TIMED_OUT -> "Stopped after " + inWords(timeout) + ": time limit.";
            case MEMORY_EXCEEDED ->
                "Killed: used more than " + size(settings.container().memoryBytes()) + " of memory.";
            case OUTPUT_EXCEEDED -> "Stopped: wrote more than " + size(settings.outputBytes()) + ".";
            case CANCELLED -> "Stopped on request.";
            case LOST -> "Lost: the program was started and its end is not known.";
        };
    }

    private static String completed(Conclusion conclusion) {
        int code = conclusion.exitCode().orElse(0);
        return conclusion
                .signal()
                .map(signal -> "Ended by the signal " + signal + ".")
                .orElse(code == 0 ? "Completed." : "Ended with exit code " + code + ".");
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
                .ifPresent(peak -> facts.add(
                        new Fact("Peak memory", String.format(Locale.ROOT, "%.1f MiB", (double) peak / MEBIBYTE))));
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

    private static String size(long bytes) {
        return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes / KIBIBYTE + " KiB";
    }

    static String inWords(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
