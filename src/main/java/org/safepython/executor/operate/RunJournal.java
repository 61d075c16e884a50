package org.safepython.executor.operate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.safepython.executor.Answer;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.Journal;
import org.safepython.executor.policy.Verdict;

/** Tells the metrics and the log what becomes of requests. Thread safe. */
@Singleton
class RunJournal implements Journal {
    private final RunMetrics metrics;
    private final RunLog log;

    @Inject
    RunJournal(RunMetrics metrics, RunLog log) {
        this.metrics = metrics;
        this.log = log;
    }

    @Override
    public void judged(Verdict verdict) {
        metrics.judged(verdict);
    }

    @Override
    public void answered(String id, ExecutionRequest request, Answer answer) {
        metrics.answered(request, answer);
        log.answered(id, request, answer);
    }

    @Override
    public void left(String id, ExecutionRequest request) {
        metrics.count("left");
        log.ended(id, request, "left");
    }

    @Override
    public void failed(String id, ExecutionRequest request) {
        metrics.count("failed");
        log.ended(id, request, "failed");
    }
}
