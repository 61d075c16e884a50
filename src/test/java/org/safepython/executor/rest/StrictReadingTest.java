package org.safepython.executor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Client;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.TestSettings;
import org.safepython.executor.http.ProblemException;
import org.safepython.executor.http.ProblemType;
import org.safepython.executor.policy.Presets;
import org.safepython.executor.settings.Settings;

/** No request that is accepted switches a limit off, passes its maximum, or takes what the operator does not allow. */
class StrictReadingTest {
    private static final int REQUESTS = 200_000;
    private static final Set<ProblemType> REFUSALS = Set.of(
            ProblemType.MALFORMED_REQUEST,
            ProblemType.INVALID_FIELD,
            ProblemType.TOO_LARGE,
            ProblemType.POLICY_NOT_ALLOWED);

    private final Settings settings = TestSettings.with("EXECUTOR_POLICIES", "strict,standard");
    private final Presets presets = new Presets(settings);
    private final RequestReader reader = new RequestReader(settings, presets);

    private Optional<ExecutionRequest> read(String type, MultivaluedMap<String, String> query, byte[] body) {
        try {
            return Optional.of(reader.read(Client.of("somebody"), type, query, body));
        } catch (ProblemException refused) {
            assertThat(REFUSALS).contains(refused.problem().type());
            return Optional.empty();
        }
    }

    private void assertLimited(ExecutionRequest request) {
        assertThat(request.timeout().toMillis()).isBetween(1L, 30_000L);
        assertThat(request.code().length()).isLessThanOrEqualTo(64 * 1024);
        assertThat(request.stdin().length).isLessThanOrEqualTo(128 * 1024);
        assertThat(request.args()).hasSizeLessThanOrEqualTo(64);
        assertThat(request.args())
                .allSatisfy(arg -> assertThat(arg.getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThanOrEqualTo(4096)
                        .doesNotContain((byte) 0));
        assertThat(presets.allowed()).contains(request.preset());
        assertThat(settings.languages()).contains(request.language());
    }

    @Test
    void testNoAcceptedBodyIsWithoutLimits() {
        HostileBodies bodies = new HostileBodies(1);
        int accepted = 0;
        for (int i = 0; i < REQUESTS; i++) {
            Optional<ExecutionRequest> request = read("application/json", new MultivaluedHashMap<>(), bodies.next());
            request.ifPresent(this::assertLimited);
            accepted += request.isPresent() ? 1 : 0;
        }
        assertThat(accepted).isBetween(REQUESTS / 100, REQUESTS / 2);
    }

    @Test
    void testNoAcceptedQueryIsWithoutLimits() {
        Random random = new Random(1);
        List<String> names =
                List.of("timeout_ms", "policy", "language", "raw", "stdin", "args", "code", "Timeout_ms", "");
        List<String> values = List.of(
                "",
                "0",
                "1",
                "-1",
                "30000",
                "30001",
                "007",
                "1e3",
                "5.0",
                " 5",
                "5 ",
                "\u0665",
                "4294967297",
                "null",
                "strict",
                "standard",
                "container",
                "STRICT",
                "python3",
                "python2",
                "true",
                "false");
        int accepted = 0;
        for (int i = 0; i < REQUESTS; i++) {
            MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                query.add(names.get(random.nextInt(names.size())), values.get(random.nextInt(values.size())));
            }
            Optional<ExecutionRequest> request = read("text/x-python", query, new byte[] {'1'});
            request.ifPresent(this::assertLimited);
            accepted += request.isPresent() ? 1 : 0;
        }
        assertThat(accepted).isBetween(REQUESTS / 1000, REQUESTS / 2);
    }
}
