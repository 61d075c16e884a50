package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.safepython.executor.Answer;
import org.safepython.executor.Client;
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

    private Answer execute(NamedProgram program, Language language, Preset preset) {
        return service.execute(new ExecutionRequest(
                Client.of("test"),
                SourceCode.of(program.code()),
                language,
                new byte[0],
                List.of(),
                Duration.ofSeconds(10),
                preset,
                false));
    }

    private static Stream<DynamicTest> inEachLanguage(
            Function<Language, Stream<NamedProgram>> programs, BiConsumer<NamedProgram, Language> proof) {
        return Stream.of(Language.values())
                .flatMap(language -> programs.apply(language)
                        .map(program -> DynamicTest.dynamicTest(
                                language.label() + " " + program.name(), () -> proof.accept(program, language))));
    }

    @TestFactory
    Stream<DynamicTest> testEverydayProgramsRun() {
        return inEachLanguage(NamedProgram::everyday, (program, language) -> {
            ExecutionResult result = RealService.result(execute(program, language, Preset.STANDARD));

            assertThat(result.stderr().text()).isEmpty();
            assertThat(result.conclusion().exitCode()).hasValue(0);
        });
    }

    @TestFactory
    Stream<DynamicTest> testEscapesSucceedWithoutThePolicyAndNeverStartWithIt() {
        return inEachLanguage(NamedProgram::escapes, (program, language) -> {
            ExecutionResult result = RealService.result(execute(program, language, Preset.CONTAINER));

            assertThat(result.stdout().text()).as(result.stderr().text()).contains("HIT");
            assertThat(execute(program, language, Preset.STANDARD)).isInstanceOf(Answer.Refused.class);
        });
    }
}
