package org.safepython.executor.walls;

import org.safepython.executor.Answer;

/** An attack could not be made: nothing is known of the walls. The answer says why, also to clients. */
public final class NotProvenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    NotProvenException(Answer answer) {
        super(answer.toString());
        this.answer = answer;
    }

    /** What kept it from being made. */
    public Answer answer() {
        return answer;
    }
}
