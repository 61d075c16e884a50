package org.safepython.executor.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A problem answer, RFC 9457. Immutable.
 *
 * @param type what kind of problem
 * @param detail what is wrong this time, for a person; nothing of ours inside
 * @param headers further headers of the answer
 * @param violations what the policy refused, where it did
 */
public record Problem(ProblemType type, String detail, Map<String, String> headers, Optional<ArrayNode> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        headers = Map.copyOf(headers);
        violations = violations.map(ArrayNode::deepCopy);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, Map.of(), Optional.empty());
    }

    /** The same with a header more. */
    public Problem with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Problem(type, detail, more, violations);
    }

    /** The same with the time after which another try makes sense. */
    public Problem retryAfter(Duration wait) {
        return with(
                "Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    /** The same with what the policy refused. */
    public Problem with(ArrayNode refused) {
        return new Problem(type, detail, headers, Optional.of(refused));
    }

    /** The body, UTF-8. */
    public byte[] json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", type.uri())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail);
        violations.ifPresent(refused -> body.set("violations", refused));
        return JsonText.of(body);
    }
}
