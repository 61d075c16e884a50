package org.safepython.executor.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;

/** In what form a client wants the answer. */
enum AnswerForm {
    JSON(MediaType.APPLICATION_JSON, true),
    RAW(MediaType.TEXT_PLAIN, true),
    STREAM(MediaType.SERVER_SENT_EVENTS, false);

    private final String type;

    /** Whether a wildcard asks for it; the others must be named. */
    private final boolean byWildcard;

    AnswerForm(String type, boolean byWildcard) {
        this.type = type;
        this.byWildcard = byWildcard;
    }

    /** The form that the client likes best; the first one given where several are liked the same. */
    static AnswerForm of(HttpHeaders headers, AnswerForm... available) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        return Arrays.stream(available)
                .filter(form -> form.rank(accepted) < Integer.MAX_VALUE)
                .min(Comparator.comparingInt(form -> form.rank(accepted)))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "The answer is " + String.join(" or ", types(available)) + "; accept that.")));
    }

    private static List<String> types(AnswerForm... forms) {
        return Arrays.stream(forms).map(form -> form.type).toList();
    }

    /** Leaves with a problem where the client does not take this form. */
    void requireAccepted(HttpHeaders headers) {
        of(headers, this);
    }

    /** The place of this type among those accepted, which JAX-RS has put in order. */
    private int rank(List<MediaType> accepted) {
        if (accepted.stream()
                .anyMatch(other -> isRefused(other) && MediaType.valueOf(type).equals(bare(other)))) {
            return Integer.MAX_VALUE;
        }
        for (int i = 0; i < accepted.size(); i++) {
            MediaType other = accepted.get(i);
            boolean named = byWildcard || (!other.isWildcardType() && !other.isWildcardSubtype());
            if (named && MediaType.valueOf(type).isCompatible(other) && !isRefused(other)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static MediaType bare(MediaType type) {
        return new MediaType(type.getType(), type.getSubtype());
    }

    /** A quality of zero, {@code ;q=0}, asks for anything but this type. */
    private static boolean isRefused(MediaType type) {
        return type.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?");
    }
}
