package org.safepython.executor.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safepython.executor.Shell;

/** What the page gives to those who ask from a program: letter by letter it does what the page does. */
class RecipesIT {
    /** Words that a shell, Python or Java would take for theirs. */
    private static final String CODE =
            "# '\"`$(id) \\u0022 \\ ${HOME} %s 🐍 é <b> \u2028\nEND = input()\nprint('END',\nEND)\n";

    private static final String STDIN = "'\"\\ $HOME `id`";

    @RegisterExtension
    static final Browsing BROWSING = new Browsing();

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = BROWSING.open();
        desk.page().getByText("The same from a program").click();
    }

    private String recipe(String kind) {
        desk.field("As").selectOption(kind);
        return desk.page().locator("#recipe").textContent();
    }

    private String run(String kind, String file, String command) throws IOException {
        Files.writeString(folder.resolve(file), recipe(kind));
        return Shell.output(folder, command + " " + file);
    }

    static Stream<String> programs() {
        return Stream.of(CODE, CODE + "# " + "é🐍\\\"".repeat(6000));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void testRecipesRun(String code) throws IOException {
        desk.write(code);
        desk.field("Standard input").fill(STDIN);
        String output = "END " + STDIN;

        assertThat(Json.parse(run("curl", "run.sh", "bash")).path("stdout").textValue())
                .isEqualTo(output + "\n");
        assertThat(run("Python", "run.py", "/usr/bin/python3")).isEqualTo("completed\n" + output + "\n\n\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(Json.parse(run("Java HttpClient", "Run.java", java))
                        .path("stdout")
                        .textValue())
                .isEqualTo(output + "\n");
    }

    @Test
    void testRecipeOfARefusedProgramSaysWhy() throws IOException {
        desk.write("import os");
        assertThat(run("Python", "run.py", "/usr/bin/python3")).contains("policy");
        assertThat(run("curl", "run.sh", "bash")).contains("violations", "\\\"os\\\"");
    }

    @Test
    void testRecipeFollowsTheProgram() {
        desk.write("print('one')");
        assertThat(desk.page().locator("#recipe")).containsText("print('one')");
        desk.write("print('two')");
        assertThat(desk.page().locator("#recipe")).containsText("print('two')");
        desk.field("Policy").selectOption("standard");
        assertThat(desk.page().locator("#recipe")).containsText("standard");
    }
}
