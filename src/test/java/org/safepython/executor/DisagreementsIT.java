package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.policy.Preset;
import org.safepython.executor.policy.SourceCode;
import org.safepython.executor.sandbox.docker.DockerSandbox;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** What the policy can parse and the guest's compiler cannot is CPython's own error for the user, and news for us. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisagreementsIT {
    private final Settings settings = TestSettings.with();
    private final RealService service = new RealService(settings, new DockerSandbox(settings));

    @AfterAll
    void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"return 1", "def f(a, a): pass", "break", "nonlocal x", "x = 1\nglobal x\nawait x"})
    void testCompilersRefusalIsTheUsersAndCounted(String code) {
        long before = service.disagreements().count();

        ExecutionResult result = run(code, Preset.STRICT, false);

        assertThat(result.conclusion().exitCode()).hasValue(1);
        assertThat(result.stderr().text()).contains("main.py\", line ").contains("SyntaxError: ");
        assertThat(service.disagreements().count()).isEqualTo(before + 1);
    }

    @Test
    void testMergedStreamsAreLookedAtToo() {
        long before = service.disagreements().count();

        ExecutionResult result = run("return 1", Preset.STRICT, true);

        assertThat(result.stdout().text()).contains("SyntaxError: 'return' outside function");
        assertThat(service.disagreements().count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "raise SyntaxError('mine')",
                "print('SyntaxError: invalid syntax')\n1 / 0",
                "1 / 0",
                "raise SystemExit(1)",
                "x = 'an \\d escape'\nraise SystemExit(1)"
            })
    void testProgramsOwnFailureIsNone(String code) {
        long before = service.disagreements().count();

        ExecutionResult result = run(code, Preset.STRICT, false);

        assertThat(result.conclusion().exitCode()).hasValue(1);
        assertThat(service.disagreements().count()).isEqualTo(before);
    }

    @Test
    void testNobodyDisagreesWhereNothingWasParsed() {
        long before = service.disagreements().count();

        ExecutionResult result = run("x =", Preset.CONTAINER, false);

        assertThat(result.conclusion().exitCode()).hasValue(1);
        assertThat(service.disagreements().count()).isEqualTo(before);
    }

    private ExecutionResult run(String code, Preset preset, boolean merged) {
        ExecutionRequest request = new ExecutionRequest(
                Client.of("test"),
                SourceCode.of(code),
                Language.PYTHON3,
                new byte[0],
                List.of(),
                Duration.ofSeconds(10),
                preset,
                merged);
        return RealService.result(service.execute(request));
    }
}
