package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.safepython.executor.server.Wire.Reply;

/** What holds for every answer, and for every problem. */
final class Problems {
    private static final List<String> NEVER_SENT = List.of("Server", "X-Powered-By", "Set-Cookie", "Via");

    private Problems() {}

    /** Checks the headers that every answer has, and those that none has. */
    static void assertProtected(Reply reply) {
        assertThat(reply.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(reply.header("Cache-Control")).containsExactly("no-store");
        assertThat(reply.header("Content-Security-Policy")).hasSize(1);
        assertThat(NEVER_SENT).allSatisfy(name -> assertThat(reply.header(name)).isEmpty());
        assertThat(reply.headers())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    /** Checks everything about a problem answer. */
    static JsonNode assertProblem(Reply reply, int status, String name) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertProtected(reply);
        assertThat(reply.header("Content-Type"))
                .singleElement()
                .matches(type -> type.matches("application/problem\\+json(;charset=UTF-8)?"));
        JsonNode problem = Json.parse(reply.body());
        assertThat(Json.names(problem))
                .startsWith("type", "title", "status", "detail")
                .isSubsetOf("type", "title", "status", "detail", "violations");
        assertThat(problem.path("type").textValue()).isEqualTo("/problems/" + name);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("title").textValue()).isNotBlank();
        assertThat(problem.path("detail").textValue()).isNotBlank();
        assertNothingOfOurs(reply.body());
        return problem;
    }

    /** No stack trace, path, class name or page of the server's own. */
    static void assertNothingOfOurs(String body) {
        assertThat(body)
                .doesNotContainPattern("\\bat [a-z.]+\\(|Exception|\\b(java|jakarta|org|com|fish)\\.[a-z]+\\.")
                .doesNotContainIgnoringCase(
                        "payara", "jersey", "grizzly", "jackson", "docker", "/var/", "/tmp/", "<html");
    }
}
