package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safepython.executor.Client;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.http.BodyType;
import org.safepython.executor.http.Problem;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;
import org.safepython.executor.policy.Preset;
import org.safepython.executor.policy.Presets;
import org.safepython.executor.policy.SourceCode;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** Makes a checked request of an HTTP body and its query, or leaves with the problem. Thread safe. */
@Singleton
class RequestReader {
    private static final String RAW = "raw";
    private static final Set<String> IN_BODY = Set.of("code", "stdin", "args", "timeout_ms", "policy", "language");
    private static final Set<String> IN_QUERY = Set.of("timeout_ms", "policy", "language");

    private final Settings settings;
    private final Presets presets;

    @Inject
    RequestReader(Settings settings, Presets presets) {
        this.settings = settings;
        this.presets = presets;
    }

    ExecutionRequest read(Client client, String contentType, MultivaluedMap<String, String> query, byte[] body) {
        boolean raw = raw(query);
        BodyType type = BodyType.of(contentType).orElseThrow();
        if (type == BodyType.JSON) {
            queryFields(query, Set.of());
            ObjectNode fields = JsonObjectReader.read(body);
            return request(client, code(fields.path("code")), fields, raw);
        }
        ObjectNode fields = queryFields(query, IN_QUERY);
        return request(client, sized(SourceCode.of(body)), fields, raw);
    }

    static boolean raw(MultivaluedMap<String, String> query) {
        List<String> values = query.getOrDefault(RAW, List.of("0"));
        String value = values.size() == 1 ? values.get(0) : "";
        return switch (value) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw Field.invalid(RAW, "takes 1, true, 0 or false");
        };
    }

    private static ObjectNode queryFields(MultivaluedMap<String, String> query, Set<String> known) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        query.forEach((name, values) -> {
            if (name.equals(RAW)) {
                return;
            }
            if (!known.contains(name) || values.size() != 1) {
                throw Field.invalid(name, known.contains(name) ? "is there twice" : "is not known in the query");
            }
            fields.set(name, queryValue(name, values.get(0)));
        });
        return fields;
    }

    private static JsonNode queryValue(String name, String value) {
        return name.equals("timeout_ms") && value.matches("\\d{1,9}")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(value))
                : JsonNodeFactory.instance.textNode(value);
    }

    private ExecutionRequest request(Client client, SourceCode code, ObjectNode fields, boolean raw) {
        fields.fieldNames().forEachRemaining(name -> {
            if (!IN_BODY.contains(name)) {
                throw Field.invalid(name, "is not known");
            }
        });
        return new ExecutionRequest(
                client,
                code,
                language(fields.path("language")),
                stdin(fields.path("stdin")),
                args(fields.path("args")),
                timeout(fields.path("timeout_ms")),
                preset(fields.path("policy")),
                raw);
    }

    private static SourceCode code(JsonNode value) {
        if (value instanceof MissingNode) {
            throw Field.invalid("code", "is missing");
        }
        return sized(SourceCode.of(Field.text("code", value)));
    }

    private static SourceCode sized(SourceCode code) {
        if (code.length() > ExecutionRequest.CODE_BYTES) {
            throw new ProblemException(Problem.of(ProblemType.TOO_LARGE, "A program is at most 64 KiB of UTF-8."));
        }
        return code;
    }

    private static byte[] stdin(JsonNode value) {
        String text = value.isMissingNode() ? "" : Field.encodable("stdin", value, ExecutionRequest.STDIN_BYTES);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> args(JsonNode value) {
        return value.isMissingNode()
                ? List.of()
                : Field.texts("args", value, ExecutionRequest.ARGS, ExecutionRequest.ARG_BYTES);
    }

    private Duration timeout(JsonNode value) {
        return value.isMissingNode()
                ? settings.timeout()
                : Duration.ofMillis(Field.integer(
                        "timeout_ms", value, 1, (int) settings.maxTimeout().toMillis()));
    }

    private Preset preset(JsonNode value) {
        if (value.isMissingNode()) {
            return presets.allowed().get(0);
        }
        String name = Field.text("policy", value);
        return presets.allowed(name).orElseThrow(() -> notAllowed(name));
    }

    private ProblemException notAllowed(String name) {
        String allowed = String.join(", ", settings.policies());
        return presets.exists(name)
                ? new ProblemException(Problem.of(
                        ProblemType.POLICY_NOT_ALLOWED,
                        "The preset " + name + " is not allowed here. Allowed: " + allowed + "."))
                : Field.invalid("policy", "names no preset; there are: " + allowed);
    }

    private Language language(JsonNode value) {
        if (value.isMissingNode()) {
            return settings.languages().get(0);
        }
        return Language.labelled(Field.text("language", value))
                .filter(settings.languages()::contains)
                .orElseThrow(() -> Field.invalid("language", "must be one of: " + labels()));
    }

    private String labels() {
        return settings.languages().stream().map(Language::label).collect(Collectors.joining(", "));
    }
}
