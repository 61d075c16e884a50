package org.safepython.executor.walls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.safepython.executor.Client;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.policy.Preset;
import org.safepython.executor.policy.SourceCode;
import org.safepython.executor.settings.Language;

/**
 * A program that attacks walls, and what its end tells of them. Immutable.
 *
 * @param program the resource
 * @param language whose container is attacked; the program is for all
 * @param timeout wall time of the program
 * @param args what it is told
 * @param reading makes findings of its end
 */
record Probe(String program, Language language, Duration timeout, List<String> args, Reading reading) {
    private static final Client OURSELVES = Client.of("server");

    Probe {
        args = List.copyOf(args);
    }

    /** Makes findings of the end of a program. */
    interface Reading {
        List<Finding> of(ExecutionResult result);
    }

    ExecutionRequest request() {
        return new ExecutionRequest(
                OURSELVES, SourceCode.of(code()), language, new byte[0], args, timeout, Preset.CONTAINER, false);
    }

    private String code() {
        try (InputStream in = Probe.class.getResourceAsStream(program)) {
            return new String(Objects.requireNonNull(in, program).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
