package org.safepython.executor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safepython.executor.settings.Settings;

/** Settings for tests, each with an instance of its own, so that no test touches another's containers. */
public final class TestSettings {
    private TestSettings() {}

    /** The defaults, but for the variables given in pairs, on the engine that the tests shall run on. */
    public static Settings with(String... variables) {
        Map<String, String> environment = new HashMap<>();
        environment.put("EXECUTOR_POLICIES", "strict,container");
        environment.put("EXECUTOR_INSTANCE", "test-" + UUID.randomUUID());
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        for (String ofTheEngine : List.of("DOCKER_HOST", "EXECUTOR_RUNTIME", "EXECUTOR_SHIM_CONTAINERS")) {
            Optional.ofNullable(System.getenv(ofTheEngine))
                    .ifPresent(value -> environment.putIfAbsent(ofTheEngine, value));
        }
        return Settings.load(environment, name -> null);
    }
}
