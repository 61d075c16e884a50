package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.safepython.executor.Answer;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.ExecutionResult;
import org.safepython.executor.RealService;
import org.safepython.executor.TestSettings;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** What the preset lets through works in the guest, and what it holds would work there too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandardIT {
    private final Settings settings = TestSettings.with();
    private final Containers containers = new Containers(settings);
    private final RealService service = new RealService(settings, Containers.sandbox(settings));

    @AfterAll
    void nothingIsLeft() throws InterruptedException {
        service.close();
        assertThat(containers.awaitNone()).isEmpty();
        containers.close();
    }

    private Answer execute(NamedProgram program, Preset preset) {
        return service.execute(new ExecutionRequest(
                "test",
                SourceCode.of(program.code()),
                Language.PYTHON3,
                new byte[0],
                List.of(),
                Duration.ofSeconds(10),
                preset,
                false));
    }

    @TestFactory
    Stream<DynamicTest> testEverydayProgramsRun() {
        return NamedProgram.everyday()
                .map(program -> DynamicTest.dynamicTest(program.name(), () -> {
                    ExecutionResult result = RealService.result(execute(program, Preset.STANDARD));

                    assertThat(result.stderr().text()).isEmpty();
                    assertThat(result.conclusion().exitCode()).hasValue(0);
                }));
    }

    @TestFactory
    Stream<DynamicTest> testEscapesSucceedWithoutThePolicyAndNeverStartWithIt() {
        return NamedProgram.escapes()
                .map(program -> DynamicTest.dynamicTest(program.name(), () -> {
                    ExecutionResult result = RealService.result(execute(program, Preset.CONTAINER));

                    assertThat(result.stdout().text())
                            .as(result.stderr().text())
                            .contains("HIT");
                    assertThat(execute(program, Preset.STANDARD)).isInstanceOf(Answer.Refused.class);
                }));
    }
}
