package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepython.executor.Shell;

/** The clients that the README shows, letter by letter but for the port. */
class ReadmeClientsIT {
    private static final TestServer SERVER = TestServer.shared();

    @TempDir
    private Path folder;

    private List<String> examples(String language) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("### From a program"), readme.indexOf("## Settings"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(block.indexOf('\n') + 1, block.length() - 3))
                .map(code -> code.replace("127.0.0.1:5000", SERVER.authority()))
                .toList();
    }

    private String run(String code, String file, String command) throws IOException {
        Files.writeString(folder.resolve(file), code);
        return Shell.output(folder, command + " " + file);
    }

    @Test
    void testCurl() throws IOException {
        assertThat(examples("sh")).hasSize(1);
        assertThat(run(examples("sh").get(0), "run.sh", "bash")).isEqualTo("42\n");
    }

    @Test
    void testPython() throws IOException {
        assertThat(examples("python")).hasSize(2);
        for (String example : examples("python")) {
            assertThat(run(example, "run.py", "/usr/bin/python3")).isEqualTo("completed 42\n\n");
            assertThat(run(example.replace("print(6", "import os; print(6"), "run.py", "/usr/bin/python3"))
                    .startsWith("Line 1: \"os\" cannot be imported");
        }
    }

    @Test
    void testJava() throws IOException {
        assertThat(examples("java")).hasSize(1);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(run(examples("java").get(0), "Run.java", java)).isEqualTo("completed 42\n\n");
    }

    @Test
    void testJavaScript() throws IOException {
        assertThat(examples("js")).hasSize(1);
        String output = run(examples("js").get(0), "run.mjs", "node");
        assertThat(output.replaceAll("\n+", "\n")).isEqualTo("6\n7\ncompleted\n");
    }
}
