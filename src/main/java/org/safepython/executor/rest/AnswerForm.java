package org.safepython.executor.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

/** In what form a client wants the answer. */
enum AnswerForm {
    JSON(MediaType.APPLICATION_JSON),
    RAW(MediaType.TEXT_PLAIN),
    STREAM(MediaType.SERVER_SENT_EVENTS);

    private final String type;

    AnswerForm(String type) {
        this.type = type;
    }

    /** The form of a run's answer: a stream for those who name its type before JSON, or where JSON is not taken. */
    static AnswerForm of(boolean raw, HttpHeaders headers) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        if (!raw && STREAM.rank(accepted) < JSON.rank(accepted)) {
            return STREAM;
        }
        AnswerForm form = raw ? RAW : JSON;
        form.requireAccepted(headers);
        return form;
    }

    /** Leaves with a problem where the client does not take this form. */
    void requireAccepted(HttpHeaders headers) {
        if (rank(headers.getAcceptableMediaTypes()) == Integer.MAX_VALUE) {
            throw new ProblemException(
                    Problem.of(ProblemType.NOT_ACCEPTABLE, "The answer is " + type + "; accept that."));
        }
    }

    /** The place of this type among those accepted, which JAX-RS has put in order; a wildcard is not its name. */
    private int rank(List<MediaType> accepted) {
        for (int i = 0; i < accepted.size(); i++) {
            MediaType other = accepted.get(i);
            boolean named = this != STREAM || (!other.isWildcardType() && !other.isWildcardSubtype());
            if (named && MediaType.valueOf(type).isCompatible(other) && !isRefused(other)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** A quality of zero, {@code ;q=0}, asks for anything but this type. */
    private static boolean isRefused(MediaType type) {
        return type.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?");
    }
}
