package org.safepython.executor.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.Shell;

/** What {@code POST /run} answers where a program was started: every field, every outcome, both forms of the answer. */
class RunIT {
    private static final TestServer SERVER = TestServer.shared();

    private final Client client = new Client(SERVER);

    /** The README's command lines that contain a text, for this server. */
    private static List<String> readme(String part) throws Exception {
        return Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("curl ") && line.contains(part))
                .map(line -> line.replace("127.0.0.1:5000", SERVER.authority()))
                .toList();
    }

    @Test
    void testReadmeExampleAnswersHelloWorld(@TempDir Path folder) throws Exception {
        List<String> lines = readme("/run\" ");

        assertThat(lines)
                .containsExactly(
                        "curl -X POST \"" + SERVER.authority()
                                + "/run\" -H \"Content-Type: application/json\" -d '{\"code\":\"print(\\\"Hello World\\\")\"}'");
        assertThat(Shell.output(folder, lines.get(0)))
                .contains("\"exit_code\": 0", "\"stdout\": \"Hello World\\n\"", "\"stderr\": \"\"");
    }

    @Test
    void testReadmeExampleOfRawOutputAnswersNothingElse(@TempDir Path folder) throws Exception {
        List<String> lines = readme("/run?raw=1\"");

        assertThat(lines).hasSize(1);
        assertThat(Shell.output(folder, lines.get(0))).isEqualTo("Hello World\n");
    }

    @Test
    void testReadmeExampleOfAFileRunsIt(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("hello.py"), "print('Grüße')\n");
        List<String> lines = readme("@hello.py");

        assertThat(lines).hasSize(1);
        assertThat(Shell.output(folder, lines.get(0))).isEqualTo("Grüße\n");
    }

    @Test
    void testEveryFieldIsThereWithItsType() {
        HttpResponse<String> response = client.post("/run", Json.object("code", "print('x')"));
        JsonNode result = Json.parse(response.body());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(Json.names(result))
                .containsExactly(
                        "id",
                        "outcome",
                        "exit_code",
                        "signal",
                        "stdout",
                        "stderr",
                        "stdout_bytes",
                        "stderr_bytes",
                        "stdout_omitted",
                        "stderr_omitted",
                        "cpu_ms",
                        "memory_peak_bytes",
                        "oom_kills",
                        "timings_ms",
                        "sandbox");
        assertThat(result.path("id").textValue()).matches("[0-9a-f]{32}");
        assertThat(result.path("outcome").textValue()).isEqualTo("completed");
        assertThat(result.path("exit_code").isInt()).isTrue();
        assertThat(result.path("signal").isNull()).isTrue();
        assertThat(result.path("stdout_bytes").intValue()).isEqualTo(2);
        assertThat(result.path("stderr_bytes").intValue()).isZero();
        assertThat(result.path("stdout_omitted").isNull()).isTrue();
        assertThat(result.path("stderr_omitted").isNull()).isTrue();
        assertThat(result.path("cpu_ms").decimalValue()).isPositive();
        assertThat(result.path("memory_peak_bytes").isIntegralNumber()).isTrue();
        assertThat(result.path("oom_kills").intValue()).isZero();
        assertThat(Json.names(result.path("sandbox"))).containsExactly("language", "python", "image", "policy");
        assertThat(result.at("/sandbox/language").textValue()).isEqualTo("python3");
        assertThat(result.at("/sandbox/python").textValue()).matches("3\\.\\d+\\.\\d+");
        assertThat(result.at("/sandbox/image").textValue()).matches("sha256:[0-9a-f]{64}");
        assertThat(result.at("/sandbox/policy").textValue()).isEqualTo("strict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "for i in range(10**6): pass", "import time; time.sleep(0.123)"})
    void testTimingsAddUpExactly(String code) {
        JsonNode timings = client.run(code).path("timings_ms");

        BigDecimal sum = Stream.of("policy", "queue", "acquire", "run")
                .map(part -> timings.path(part).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(timings.path("total").decimalValue()).isEqualByComparingTo(sum);
        assertThat(timings).hasSize(5).allMatch(part -> part.decimalValue().signum() >= 0);
    }

    @ParameterizedTest
    @CsvSource({
        "pass, 0,",
        "raise SystemExit(42), 42,",
        "import os; os._exit(139), 139,",
        "'import os; os.kill(os.getpid(), 11)', 139, SIGSEGV",
        "1/0, 1,"
    })
    void testCompletedHasExitCodeAndSignal(String code, int exitCode, String signal) {
        JsonNode result = client.run(code);

        assertThat(result.path("outcome").textValue()).isEqualTo("completed");
        assertThat(result.path("exit_code").intValue()).isEqualTo(exitCode);
        assertThat(result.path("signal").textValue()).isEqualTo(signal);
    }

    @ParameterizedTest
    @CsvSource({
        "timed_out, 'while True: pass'",
        "memory_exceeded, 'x = bytearray(1 << 30)'",
        "output_exceeded, 'while True: print(\"x\" * 65536)'"
    })
    void testEndedProgramHasNoExitCodeAndKeepsItsOutput(String outcome, String code) {
        JsonNode result =
                client.run("print('before')\n" + code, "timeout_ms", outcome.equals("timed_out") ? 500 : 9000);

        assertThat(result.path("outcome").textValue()).isEqualTo(outcome);
        assertThat(result.path("exit_code").isNull()).isTrue();
        assertThat(result.path("signal").isNull()).isTrue();
        assertThat(result.path("stdout").textValue()).startsWith("before\n");
    }

    @Test
    void testTimeLimitIsTheRequests() {
        JsonNode result = client.run("import time; time.sleep(9)", "timeout_ms", 300);

        assertThat(result.path("outcome").textValue()).isEqualTo("timed_out");
        assertThat(result.at("/timings_ms/run").decimalValue())
                .isBetween(new BigDecimal("300"), new BigDecimal("1500"));
    }

    /** The first 48 KiB end, and the last 16 KiB begin, inside a character of two, three and four bytes. */
    static Stream<Arguments> characters() {
        return Stream.of(
                Arguments.of("a", "é", 60_000), Arguments.of("a", "€", 40_000), Arguments.of("ab", "🐍", 30_000));
    }

    @ParameterizedTest
    @MethodSource("characters")
    void testGapIsCutBetweenCharacters(String first, String character, int count) {
        String all = first + character.repeat(count) + "!\n";
        JsonNode result = client.run("print('" + first + "' + '" + character + "' * " + count + " + '!')");

        String kept = result.path("stdout").textValue();
        int at = kept.offsetByCodePoints(0, result.at("/stdout_omitted/at").intValue());
        String before = kept.substring(0, at);
        String after = kept.substring(at);
        assertThat(all).startsWith(before).endsWith(after);
        assertThat(before.getBytes(UTF_8).length).isBetween(48 * 1024 - 3, 48 * 1024);
        assertThat(after.getBytes(UTF_8).length).isBetween(16 * 1024 - 3, 16 * 1024);
        assertThat(result.path("stdout_bytes").intValue()).isEqualTo(all.getBytes(UTF_8).length);
        assertThat(result.at("/stdout_omitted/bytes").intValue())
                .isEqualTo(all.getBytes(UTF_8).length - kept.getBytes(UTF_8).length);
    }

    @Test
    void testSixtyFourKibibytesHaveNoGapAndOneMoreHasOne() {
        JsonNode whole = client.run("import sys\nsys.stderr.write('x' * 65536)");
        JsonNode cut = client.run("import sys\nsys.stderr.write('x' * 65537)");

        assertThat(whole.path("stderr_omitted").isNull()).isTrue();
        assertThat(whole.path("stderr").textValue()).hasSize(65536);
        assertThat(cut.at("/stderr_omitted/at").intValue()).isEqualTo(49152);
        assertThat(cut.at("/stderr_omitted/bytes").intValue()).isEqualTo(1);
    }

    @Test
    void testStdinAndArgumentsArriveExactly() {
        JsonNode result = client.run(
                "import sys\nsys.stdout.write(repr(sys.argv) + sys.stdin.buffer.read().hex())",
                "stdin",
                "é\r\n\0\n ",
                "args",
                List.of("", "-c", "ü b", "'\"$HOME"));

        assertThat(result.path("stdout").textValue())
                .isEqualTo("['main.py', '', '-c', 'ü b', '\\'\"$HOME']c3a90d0a000a20");
    }

    @Test
    void testAbsentAndEmptyStdinEndAtOnce() {
        String code = "import sys\nprint(sys.stdin.read() == '')";

        assertThat(client.run(code).path("stdout").textValue()).isEqualTo("True\n");
        assertThat(client.run(code, "stdin", "").path("stdout").textValue()).isEqualTo("True\n");
    }

    @Test
    void testLargestRequestRuns() {
        String comment = "#" + "x".repeat(64 * 1024 - 30) + "\n";
        JsonNode result =
                client.run(comment + "print(len(input()))", "stdin", "y".repeat(128 * 1024), "timeout_ms", 30_000);

        assertThat(result.path("stdout").textValue()).isEqualTo("131072\n");
    }

    @Test
    void testAnyTextSurvivesTheWayThere() {
        String text = "\u2028\u2029</script>\\\"\u0001\u007f\ufeff\ufffd🐍";
        JsonNode result = client.run("import sys\nsys.stdout.write(sys.stdin.read())", "stdin", text);

        assertThat(result.path("stdout").textValue()).isEqualTo(text);
    }

    @Test
    void testBytesThatAreNoTextAreShownAsReplacements() {
        JsonNode result = client.run("import sys\nsys.stdout.buffer.write(b'a\\xff\\xc3\\x00b')");

        assertThat(result.path("stdout").textValue()).isEqualTo("a\ufffd\ufffd\0b");
        assertThat(result.path("stdout_bytes").intValue()).isEqualTo(5);
    }

    @Test
    void testOutputThatLooksLikeAResultIsOutput() {
        String forged = "\",\"exit_code\":7}\n{\"outcome\": \"lost\"}";
        JsonNode result = client.run("import sys\nsys.stdout.write(sys.stdin.read())", "stdin", forged);

        assertThat(result.path("stdout").textValue()).isEqualTo(forged);
        assertThat(result.path("exit_code").intValue()).isZero();
    }

    @Test
    void testPythonBodyTakesItsFieldsFromTheQuery() {
        HttpResponse<String> slow = client.post(
                "/run?timeout_ms=300&policy=container&language=python3",
                "import time\ntime.sleep(9)",
                "Content-Type",
                "text/x-python; charset=UTF-8");
        HttpResponse<String> empty = client.post("/run", "", "Content-Type", "text/x-python");

        assertThat(Json.parse(slow.body()).path("outcome").textValue()).isEqualTo("timed_out");
        assertThat(Json.parse(slow.body()).at("/sandbox/policy").textValue()).isEqualTo("container");
        assertThat(Json.parse(empty.body()).path("exit_code").intValue()).isZero();
    }

    @Test
    void testLanguageIsAFieldOrAQueryParameter() {
        JsonNode field = client.run("print 7 / 2, 'hello'", "language", "python2");
        HttpResponse<String> query = client.post(
                "/run?raw=1&language=python2&policy=container",
                "print 7 / 2, 'hello'",
                "Content-Type",
                "text/x-python");

        assertThat(field.path("stdout").textValue()).isEqualTo("3 hello\n");
        assertThat(field.at("/sandbox/language").textValue()).isEqualTo("python2");
        assertThat(field.at("/sandbox/python").textValue()).isEqualTo("2.7.18");
        assertThat(query.body()).isEqualTo("3 hello\n");
    }

    @Test
    void testRawOutputHasBothStreamsInTheirOrder() {
        HttpResponse<String> response = client.runRaw("""
                import sys
                for i in range(300):
                    print(i, file=(sys.stdout, sys.stderr)[i % 2])
                """);

        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            expected.append(i).append('\n');
        }
        assertThat(response.body()).isEqualTo(expected.toString());
    }

    @Test
    void testRawAnswerIsPlainTextWithHeadersThatTellTheOutcome() {
        HttpResponse<String> response = client.runRaw("print('<h1>é</h1>')\nraise SystemExit(3)");
        Map<String, List<String>> headers = response.headers().map();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("<h1>é</h1>\n");
        assertThat(headers.get("content-type").get(0).replace(" ", "")).isEqualTo("text/plain;charset=utf-8");
        assertThat(headers).containsEntry("x-outcome", List.of("completed"));
        assertThat(headers).containsEntry("x-exit-code", List.of("3"));
        assertThat(headers.get("x-run-id").get(0)).matches("[0-9a-f]{32}");
        assertThat(headers).containsEntry("content-security-policy", List.of("sandbox; default-src 'none'"));
        assertThat(headers).containsEntry("x-content-type-options", List.of("nosniff"));
        assertThat(headers).containsEntry("cache-control", List.of("no-store"));
    }

    @Test
    void testRawAnswerWithoutExitCodeHasNoHeaderForIt() {
        HttpResponse<String> response = client.runRaw("print('x')\nwhile True: pass", "timeout_ms", 300);

        assertThat(response.body()).isEqualTo("x\n");
        assertThat(response.headers().firstValue("X-Outcome")).hasValue("timed_out");
        assertThat(response.headers().firstValue("X-Exit-Code")).isEmpty();
    }

    @Test
    void testProgramCannotWriteHeadersOfARawAnswer() {
        String forged = "\r\nX-Outcome: lost\r\nSet-Cookie: a=b\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<script>";
        HttpResponse<String> response =
                client.runRaw("import sys\nsys.stdout.write(sys.stdin.read())", "stdin", forged);

        assertThat(response.body()).isEqualTo(forged);
        assertThat(response.headers().allValues("X-Outcome")).containsExactly("completed");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void testRawOutputIsWholeWhereJsonHasAGap() {
        HttpResponse<String> response = client.runRaw("print('x' * 1000000)");

        assertThat(response.body()).isEqualTo("x".repeat(1_000_000) + "\n");
    }

    @Test
    void testRefusedProgramIsAProblemInRawModeToo() {
        HttpResponse<String> response = client.post("/run?raw=true", Json.object("code", "import os"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("X-Outcome")).isEmpty();
    }

    @Test
    void testCheckJudgesAndIsAlways200() {
        JsonNode good = Json.parse(
                client.post("/check", Json.object("code", "print(1)")).body());
        HttpResponse<String> bad = client.post("/check", Json.object("code", "x = 1\nimport os as é, sys"));
        JsonNode syntax =
                Json.parse(client.post("/check", Json.object("code", "x = (")).body());

        assertThat(good).isEqualTo(Json.parse("{\"accepted\": true, \"violations\": []}"));
        assertThat(bad.statusCode()).isEqualTo(200);
        JsonNode violation = Json.parse(bad.body()).at("/violations/0");
        assertThat(Json.names(violation))
                .containsExactly("rule", "message", "line", "column", "end_line", "end_column", "name");
        assertThat(violation.path("line").intValue()).isEqualTo(2);
        assertThat(violation.path("name").textValue()).isEqualTo("os");
        assertThat(syntax.path("accepted").booleanValue()).isFalse();
        assertThat(syntax.at("/violations/0/rule").textValue()).isEqualTo("syntax");
    }
}
