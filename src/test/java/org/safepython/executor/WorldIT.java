package org.safepython.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Settings;

/**
 * A program finds the same world as under {@code python3 -I -B main.py} in the same image: each probe runs once as the
 * program itself, and once as a child that a program starts with exactly that command line.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldIT {
    private final Settings settings = TestSettings.with();
    private final RealService service = new RealService(settings, Containers.sandbox(settings));

    @AfterAll
    void close() {
        service.close();
    }

    /** Starts the probe as a child on pipes, as the runner does, and passes on what it says. */
    private static String asChild(String probe) {
        return """
                import subprocess, sys
                with open("main.py", "w") as file:
                    file.write(%s)
                child = subprocess.run(
                    ["/usr/bin/python3", "-I", "-B", "main.py"], capture_output=True, input=b"", start_new_session=True)
                sys.stdout.buffer.write(child.stdout)
                sys.stderr.buffer.write(child.stderr)
                sys.exit(child.returncode)
                """.formatted(pythonString(probe));
    }

    private static String pythonString(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> literal.append("\\U%08x".formatted(c)));
        return literal.append('"').toString();
    }

    private static String probe(String name) throws IOException {
        try (InputStream in = WorldIT.class.getResourceAsStream("/world/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interpreter.py",
                "process.py",
                "names.py",
                "traceback_nested.py",
                "traceback_chained.py",
                "traceback_recursion.py",
                "traceback_group.py",
                "syntax_error.py",
                "indentation_error.py",
                "exit_message.py",
                "warning.py",
                "atexit_and_threads.py"
            })
    void testWorldIsThatOfPlainPython(String name) throws IOException {
        ExecutionResult here = service.run(probe(name));
        ExecutionResult plain = service.run(asChild(probe(name)));

        assertThat(withoutAddresses(here.stdout())).isEqualTo(withoutAddresses(plain.stdout()));
        assertThat(here.stderr().text()).isEqualTo(plain.stderr().text());
        assertThat(here.conclusion().exitCode()).isEqualTo(plain.conclusion().exitCode());
        assertThat(here.stdout().written() + here.stderr().written()).isPositive();
    }

    private static String withoutAddresses(CapturedOutput output) {
        return output.text().replaceAll("0x[0-9a-f]+", "0x");
    }

    @Test
    void testEnvironmentIsExactlyThat() {
        ExecutionResult result = service.run("import os\nprint(sorted(os.environ.items()))");

        assertThat(result.stdout().text())
                .isEqualTo("[('HOME', '/tmp'), ('LANG', 'C.UTF-8'), ('PATH', '/usr/bin'), ('TZ', 'UTC')]\n");
    }

    @Test
    void testStandardOutputIsLineBuffered() {
        ExecutionResult result = service.run("import sys, os\nprint('line')\nprint('rest', end='')\nos._exit(0)");

        assertThat(result.stdout().text()).isEqualTo("line\n");
    }

    @Test
    void testNoObjectOfOursIsLeft() {
        ExecutionResult result = service.run("""
                import gc, sys
                ours = []
                for thing in gc.get_objects():
                    code = getattr(thing, "__code__", None) or getattr(thing, "f_code", None)
                    if code is not None and "runner" in getattr(code, "co_filename", ""):
                        ours.append(repr(thing))
                    if isinstance(thing, dict) and "become_program" in thing:
                        ours.append("globals")
                print(ours, sys._getframe().f_back)
                """);

        assertThat(result.stdout().text()).isEqualTo("[] None\n");
    }

    @Test
    void testArgumentsFollowTheProgramsName() {
        ExecutionRequest plain = RealService.request("import sys\nprint(sys.argv, sys.orig_argv[4:])");
        List<String> args = List.of("a b", "", "ü🐍", "--x=1");
        ExecutionRequest request = new ExecutionRequest(
                "test", plain.code(), plain.stdin(), args, plain.timeout(), plain.preset(), plain.merged());

        assertThat(RealService.result(service.execute(request)).stdout().text())
                .isEqualTo("['main.py', 'a b', '', 'ü🐍', '--x=1'] ['a b', '', 'ü🐍', '--x=1']\n");
    }
}
