package org.safepython.executor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/**
 * A program finds the same world as under its image's command, {@code python3 -I -B main.py} or {@code python2 -E -s -B
 * main.py}, without a runner: each probe runs once as the program itself, and once as a child that a program starts with
 * exactly that command line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldIT {
    private static final Path PROBES = Path.of("src/test/resources/world");
    private static final Map<Language, String> COMMANDS = Map.of(
            Language.PYTHON3, "\"/usr/bin/python3\", \"-I\", \"-B\", \"main.py\"",
            Language.PYTHON2, "\"/usr/bin/python2\", \"-E\", \"-s\", \"-B\", \"main.py\"");

    private final Settings settings = TestSettings.with();
    private final RealService service = new RealService(settings, Containers.sandbox(settings));

    @AfterAll
    void close() {
        service.close();
    }

    /** Starts the probe as a child on pipes, as the runner does, and passes on what it says. */
    private static String asChild(Language language, String probe) {
        return """
                import os, subprocess, sys
                with open("main.py", "wb") as file:
                    file.write(%s)
                child = subprocess.Popen(
                    [%s], stdin=-1, stdout=-1, stderr=-1, close_fds=True, preexec_fn=os.setsid)
                stdout, stderr = child.communicate()
                getattr(sys.stdout, "buffer", sys.stdout).write(stdout)
                getattr(sys.stderr, "buffer", sys.stderr).write(stderr)
                sys.exit(child.returncode)
                """.formatted(bytesLiteral(probe), COMMANDS.get(language));
    }

    private static String bytesLiteral(String text) {
        StringBuilder literal = new StringBuilder("b\"");
        for (byte octet : text.getBytes(UTF_8)) {
            literal.append("\\x%02x".formatted(octet));
        }
        return literal.append('"').toString();
    }

    static Stream<Arguments> probes() {
        return Arrays.stream(Language.values()).flatMap(WorldIT::probesOf);
    }

    private static Stream<Arguments> probesOf(Language language) {
        try (Stream<Path> files = Files.list(PROBES.resolve(language.label()))) {
            return files.sorted().map(file -> Arguments.of(language, file)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("probes")
    void testWorldIsThatOfPlainPython(Language language, Path probe) throws IOException {
        String code = Files.readString(probe);
        ExecutionResult here = service.run(language, code);
        ExecutionResult plain = service.run(language, asChild(language, code));

        assertThat(withoutAddresses(here.stdout())).isEqualTo(withoutAddresses(plain.stdout()));
        assertThat(here.stderr().text()).isEqualTo(plain.stderr().text());
        assertThat(here.conclusion().exitCode()).isEqualTo(plain.conclusion().exitCode());
        assertThat(here.stdout().written() + here.stderr().written()).isPositive();
    }

    private static String withoutAddresses(CapturedOutput output) {
        return output.text().replaceAll("0x[0-9a-f]+", "0x");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void testEnvironmentIsExactlyThat(Language language) {
        ExecutionResult result = service.run(language, "import os\nprint(sorted(os.environ.items()))");

        assertThat(result.stdout().text())
                .isEqualTo("[('HOME', '/tmp'), ('LANG', 'C.UTF-8'), ('PATH', '/usr/bin'), ('TZ', 'UTC')]\n");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void testStandardOutputIsLineBuffered(Language language) {
        ExecutionResult result =
                service.run(language, "import sys, os\nprint('line')\nsys.stdout.write('rest')\nos._exit(0)");

        assertThat(result.stdout().text()).isEqualTo("line\n");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void testNoObjectOfOursIsLeft(Language language) {
        ExecutionResult result = service.run(language, """
                import gc, sys
                ours = []
                for thing in gc.get_objects():
                    code = getattr(thing, "__code__", None) or getattr(thing, "f_code", None)
                    if code is not None and "runner" in getattr(code, "co_filename", ""):
                        ours.append(repr(thing))
                    if isinstance(thing, dict) and "become_program" in thing:
                        ours.append("globals")
                print("%s %s" % (ours, sys._getframe().f_back))
                """);

        assertThat(result.stdout().text()).isEqualTo("[] None\n");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void testArgumentsFollowTheProgramsName(Language language) {
        ExecutionResult result = withArguments(language, "import sys\nprint('|'.join(sys.argv))");

        assertThat(result.stdout().text()).isEqualTo("main.py|a b||ü🐍|--x=1\n");
    }

    @Test
    void testArgumentsFollowTheCommandLineAsItWas() {
        ExecutionResult result = withArguments(Language.PYTHON3, "import sys\nprint(sys.orig_argv[3:])");

        assertThat(result.stdout().text()).isEqualTo("['main.py', 'a b', '', 'ü🐍', '--x=1']\n");
    }

    private ExecutionResult withArguments(Language language, String code) {
        ExecutionRequest plain = RealService.request(code);
        List<String> args = List.of("a b", "", "ü🐍", "--x=1");
        return RealService.result(service.execute(new ExecutionRequest(
                Client.of("test"),
                plain.code(),
                language,
                plain.stdin(),
                args,
                plain.timeout(),
                plain.preset(),
                plain.merged())));
    }
}
