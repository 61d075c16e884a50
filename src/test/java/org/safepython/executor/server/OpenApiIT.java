package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.http.ProblemType;
import org.safepython.executor.server.Description.Example;
import org.safepython.executor.server.Wire.Reply;

/** The description of the API and a server with one place to run and one to wait: each example of it is sent. */
class OpenApiIT {
    /** What a harmless request cannot bring about; other tests do, with servers of their own. */
    private static final Set<String> NOT_SENT = Set.of(
            "share-used-up",
            "fault",
            "queue-full",
            "no-engine",
            "image-is-built",
            "end-of-the-server",
            "not-ready",
            "wall-missing",
            "engine-away",
            "key-still-runs",
            "key-of-another",
            "scope-missing",
            "rate-exceeded");

    private static TestServer server;
    private static Wire wire;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("EXECUTOR_PARALLEL_RUNS", "1", "EXECUTOR_QUEUE", "1"));
        wire = new Wire(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Example> sent() {
        return Description.examples().stream().filter(Example::isSent);
    }

    static Stream<Example> all() {
        return Description.examples().stream();
    }

    @Test
    void testServerGivesTheDocument() {
        assertThat(wire.request("GET /openapi HTTP/1.1", "").body()).isEqualTo(Description.text());
    }

    @Test
    void testDocumentIsOpenApi() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(Description.text(), List.of(), options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(Description.at("/paths"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void testExampleIsAsItsSchemaSays(Example example) {
        assertThat(Description.faults(example.schema(), example.value())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sent")
    void testAnswerIsAsDescribed(Example example) {
        example.assertDescribes(send(example));
    }

    @Test
    void testAllButTheNamedAreSent() {
        assertThat(all().filter(example -> !example.isSent()).map(Example::name).collect(Collectors.toSet()))
                .isEqualTo(NOT_SENT);
    }

    /** HEAD goes where GET does. */
    @Test
    void testNoAddressKnowsAMethodThatIsNotDescribed() {
        for (String path : Json.names(Description.at("/paths"))) {
            String address = Description.address(path);
            Set<String> known = new TreeSet<>();
            Json.names(Description.at("/paths").path(path))
                    .forEach(method -> known.add(method.toUpperCase(Locale.ROOT)));
            if (known.contains("GET")) {
                known.add("HEAD");
            }
            for (String method :
                    List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "BREW", "get")) {
                Reply reply = wire.request(method + " " + address + " HTTP/1.1", "");
                assertThat(reply.status() == 405).as(method + " " + path).isEqualTo(!known.contains(method));
                if (!known.contains(method)) {
                    assertThat(reply.header("Allow")).containsExactly(String.join(", ", known));
                    Problems.assertProtected(reply);
                }
            }
        }
    }

    /** Each kind of problem has an example, and no other. */
    @Test
    void testEveryProblemIsDescribed() {
        Set<String> described = all().map(
                        example -> example.value().path("type").asText())
                .filter(type -> type.startsWith("/problems/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described)
                .isEqualTo(Stream.of(ProblemType.values())
                        .map(ProblemType::uri)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void testWhoeverRunsMoreThanHisShareIsToldSoAndOthersAreNot() throws IOException {
        String sleeper = Json.object("code", "while True:\n    pass", "timeout_ms", 20_000);
        try (Events first = new Events(wire, server.authority(), sleeper)) {
            String id = first.next().orElseThrow().data().path("id").textValue();
            try (Events waiting = new Events(wire, server.authority(), sleeper);
                    Events others = new Events(wire.from("127.0.0.2"), server.authority(), sleeper)) {
                assertThat(others.next()).isPresent();

                named("share-used-up").assertDescribes(run(wire));
                named("queue-full").assertDescribes(run(wire.from("127.0.0.3")));

                assertThat(wire.request("DELETE /run/" + id + " HTTP/1.1", "").status())
                        .isEqualTo(204);
                assertThat(waiting.next()).isPresent();
            }
        }
    }

    private static Example named(String name) {
        return all().filter(
                        example -> example.name().equals(name) && example.path().equals("/run"))
                .findFirst()
                .orElseThrow();
    }

    private static Reply run(Wire from) {
        return from.request("POST /run HTTP/1.1", Json.object("code", "print(1)"), "Content-Type: application/json");
    }

    private static Reply send(Example example) {
        JsonNode difference = example.difference();
        String path = difference.path("path").asText(Description.address(example.path()));
        String query = difference.path("query").isMissingNode()
                ? ""
                : "?" + difference.path("query").textValue();
        String method = difference.path("method").asText(example.method()).toUpperCase(Locale.ROOT);
        String body = body(example);
        List<String> headers = new ArrayList<>();
        if (!difference.path("headers").has("Host")) {
            headers.add("Host: " + server.authority());
        }
        if (!body.isEmpty()) {
            headers.add("Content-Length: " + body.length());
        }
        if (!body.isEmpty() && !difference.path("headers").has("Content-Type")) {
            headers.add("Content-Type: " + (example.isProgram() ? "text/x-python" : "application/json"));
        }
        for (String header : Json.names(difference.path("headers"))) {
            headers.add(header + ": " + difference.path("headers").path(header).textValue());
        }
        return wire.bare(method + " " + path + query + " HTTP/1.1", body, headers.toArray(String[]::new));
    }

    private static String body(Example example) {
        JsonNode difference = example.difference();
        if (difference.has("body")) {
            return difference.path("body").textValue();
        }
        if (difference.has("repeat")) {
            return Json.object("code", "#".repeat(difference.path("repeat").intValue()));
        }
        if (example.isProgram()) {
            return example.program().textValue();
        }
        JsonNode body = example.body();
        return body.isObject() ? body.toString() : "";
    }
}
