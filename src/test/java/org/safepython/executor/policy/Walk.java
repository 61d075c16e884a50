package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.safepython.executor.Client;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.RealService;
import org.safepython.executor.TestSettings;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** Lets the guest's own Python say something, as a program of the product. */
final class Walk {

    private Walk() {}

    /** What a program writes, line by line. */
    static List<String> lines(String program, Language language, String stdin) throws InterruptedException {
        Settings settings = TestSettings.with();
        try (Containers containers = new Containers(settings)) {
            ExecutionResult result = run(program, language, stdin, settings);
            assertThat(result.stderr().text()).isEmpty();
            assertThat(result.stdout().omitted()).isEmpty();
            assertThat(containers.awaitNone()).isEmpty();
            return result.stdout().text().lines().toList();
        }
    }

    private static ExecutionResult run(String program, Language language, String stdin, Settings settings) {
        try (RealService service = new RealService(settings, Containers.sandbox(settings))) {
            return RealService.result(service.execute(new ExecutionRequest(
                    Client.of("test"),
                    SourceCode.of(program),
                    language,
                    stdin.getBytes(StandardCharsets.UTF_8),
                    List.of(),
                    Duration.ofSeconds(30),
                    Preset.CONTAINER,
                    false)));
        }
    }
}
