package org.safepython.executor.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.safepython.executor.settings.Language;

/**
 * One program on its way to a judging thread and back. Two threads share it: the one that asks and the one that judges.
 */
final class Judgement implements Runnable {

    private final SourceCode code;
    private final Preset preset;
    private final Language language;
    private final Duration limit;

    /**
     * Completed once: by the judging thread that begins, or empty by whoever withdraws the request, its rival.
     */
    private final CompletableFuture<Optional<Deadline>> beginning = new CompletableFuture<>();

    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

    Judgement(SourceCode code, Preset preset, Language language, Duration limit) {
        this.code = code;
        this.preset = preset;
        this.language = language;
        this.limit = limit;
    }

    /** Judges, unless the request was withdrawn. */
    @Override
    public void run() {
        Deadline deadline = Deadline.in(limit);
        if (!beginning.complete(Optional.of(deadline))) {
            return;
        }
        try {
            verdict.complete(new Verdict.Judged(Judge.judge(code, preset, language, deadline)));
        } catch (CancellationException stopped) {
            verdict.complete(new Verdict.Overloaded());
        } catch (Throwable fault) {
            verdict.completeExceptionally(fault);
        }
    }

    /** Gives up a judgement that has not begun. */
    void withdraw() {
        beginning.complete(Optional.empty());
    }

    /** Waits for the beginning, and then for the verdict, each no longer than the limit. */
    Verdict await() {
        if (within(limit.toNanos(), beginning).isEmpty()) {
            withdraw();
        }
        return beginning.join().map(this::awaitVerdict).orElseGet(Verdict.Overloaded::new);
    }

    private Verdict awaitVerdict(Deadline deadline) {
        return within(Math.max(deadline.nanosLeft(), 0), verdict).orElseGet(() -> tooSlow(deadline));
    }

    private Verdict tooSlow(Deadline deadline) {
        Findings findings = new Findings(preset);
        findings.add(RuleName.SOURCE, deadline.message(), Span.START);
        return new Verdict.Judged(findings.inSourceOrder());
    }

    /** The value, if it comes in time. An interrupt is kept for later: the wait is short. */
    private static <T> Optional<T> within(long nanos, CompletableFuture<T> future) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return Optional.of(future.get(Math.max(end - System.nanoTime(), 0), TimeUnit.NANOSECONDS));
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("judging failed", failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
