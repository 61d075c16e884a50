package org.safepython.executor.server;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.server.Wire.Reply;

/** Every way in which a request can be wrong, with the problem that answers it. None of them runs anything. */
class ErrorsIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final String JSON = "Content-Type: application/json";
    private static final String HELLO = "{\"code\":\"print(1)\"}";

    private static Creations creations;

    private final Wire wire = new Wire(SERVER);

    @BeforeAll
    static void watch() {
        creations = new Creations(SERVER);
    }

    @AfterAll
    static void nothingHasRun() throws IOException, InterruptedException {
        assertThat(creations.othersThanOneMore()).isZero();
    }

    private Reply run(String body) {
        return wire.request("POST /run HTTP/1.1", body, JSON);
    }

    private Reply run(byte[] body) {
        return wire.request("POST /run HTTP/1.1", body, JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "[{\"code\":\"\"}]",
                "null",
                "\"code\"",
                "5",
                "{",
                "{\"code\":\"",
                "{\"code\":\"a\",\"code\":\"b\"}",
                "{\"x\":{\"y\":1,\"y\":2},\"code\":\"\"}",
                "{\"code\":NaN}",
                "{\"timeout_ms\":-Infinity}",
                "{\"timeout_ms\":05}",
                "{\"timeout_ms\":1.}",
                "{\"timeout_ms\":1e9999999999}",
                "{'code':''}",
                "{code:\"\"}",
                "{\"code\":\"\",}",
                "{\"code\":\"\"}x",
                "{\"code\":\"\"}{\"code\":\"\"}",
                "/**/{\"code\":\"\"}",
                "{\"code\":\"\n\"}",
                "{\"code\":\"\\x41\"}",
                "\ufeff{\"code\":\"\"}",
                "code=print(1)"
            })
    void testWhatIsNotOneJsonObjectIsMalformed(String body) {
        Problems.assertProblem(run(body), 400, "malformed-request");
    }

    static Stream<byte[]> bytesThatAreNotUtf8() {
        return Stream.of(
                HELLO.getBytes(UTF_16LE),
                "\ufeff{}".getBytes(UTF_16LE),
                new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'});
    }

    @ParameterizedTest
    @MethodSource("bytesThatAreNotUtf8")
    void testWhatIsNotUtf8IsMalformed(byte[] body) {
        Problems.assertProblem(run(body), 400, "malformed-request");
    }

    static Stream<String> excessiveJson() {
        return Stream.of(
                "[".repeat(100_000),
                "{\"x\":".repeat(40_000),
                "{\"code\":" + "[".repeat(32) + "]".repeat(32) + "}",
                "{\"code\":\"\",\"timeout_ms\":" + "9".repeat(100_000) + "}",
                "{\"code\":\"\",\"timeout_ms\":5." + "0".repeat(100_000) + "}",
                "{\"" + "k".repeat(200_000) + "\":1}");
    }

    @ParameterizedTest
    @MethodSource("excessiveJson")
    void testExcessiveJsonIsMalformed(String body) {
        long before = System.nanoTime();
        Problems.assertProblem(run(body), 400, "malformed-request");
        assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
    }

    @Test
    void testTwentyThousandUnknownFieldsAreOneProblem() {
        String keys =
                IntStream.range(0, 20_000).mapToObj(i -> "\"k" + i + "\":0").collect(Collectors.joining(","));

        JsonNode problem = Problems.assertProblem(run("{" + keys + "}"), 422, "invalid-field");
        assertThat(problem.path("detail").textValue()).hasSizeLessThan(100);
    }

    /** Each with the field that the problem must name. */
    static Stream<Arguments> wrongFields() {
        Stream<String> mistyped = Stream.of("null", "true", "5", "{}", "[\"x\"]");
        Stream<Arguments> texts = Stream.of("code", "stdin", "policy", "language")
                .flatMap(name ->
                        Stream.of("null", "true", "5", "{}", "[\"x\"]").map(value -> Arguments.of(name, value)));
        Stream<Arguments> args = Stream.of(
                        "null", "true", "5", "{}", "\"x\"", "[1]", "[null]", "[[\"x\"]]", "[\"a\\u0000b\"]")
                .map(value -> Arguments.of("args", value));
        Stream<Arguments> times = Stream.of(
                        "0",
                        "-1",
                        "-0",
                        "0.0",
                        "30001",
                        "1e308",
                        "1e999999",
                        "-1e999999",
                        "1e-999999",
                        "5.5",
                        "4294967301",
                        "9223372036854775808",
                        "\"5\"",
                        "\"\"",
                        "true",
                        "null",
                        "[]",
                        "{}")
                .map(value -> Arguments.of("timeout_ms", value));
        Stream<Arguments> values = Stream.of(
                Arguments.of("policy", "\"\""),
                Arguments.of("policy", "\"STRICT\""),
                Arguments.of("policy", "\"none\""),
                Arguments.of("language", "\"python\""),
                Arguments.of("language", "\"\""),
                Arguments.of("stdin", "\"\\udc00\""),
                Arguments.of("args", "[\"\\ud800\"]"),
                Arguments.of("args", "[\"" + "x".repeat(4097) + "\"]"),
                Arguments.of("args", Collections.nCopies(65, "\"x\"").toString()),
                Arguments.of("stdin", "\"" + "é".repeat(64 * 1024 + 1) + "\""));
        return Stream.of(mistyped.map(value -> Arguments.of("unknown", value)), texts, args, times, values)
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void testWrongFieldIsNamed(String name, String value) {
        String code = name.equals("code") ? "" : "\"code\":\"print(1)\",";

        JsonNode problem =
                Problems.assertProblem(run("{" + code + "\"" + name + "\":" + value + "}"), 422, "invalid-field");
        assertThat(problem.path("detail").textValue()).contains("\"" + name + "\"");
    }

    @Test
    void testMissingCodeIsNamed() {
        JsonNode problem = Problems.assertProblem(run("{}"), 422, "invalid-field");
        assertThat(problem.path("detail").textValue()).contains("\"code\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0", "5e3", "1", "30000", "300000e-1", "1.000"})
    void testWholeNumbersAreTakenHoweverTheyAreWritten(String number) {
        Reply reply = wire.request("POST /check HTTP/1.1", "{\"code\":\"\",\"timeout_ms\":" + number + "}", JSON);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, raw=abc, raw",
        "application/json, raw=, raw",
        "application/json, raw, raw",
        "application/json, raw=1&raw=0, raw",
        "application/json, raw=1%00, raw",
        "application/json, Raw=1, Raw",
        "application/json, x=1, x",
        "application/json, timeout_ms=5, timeout_ms",
        "text/x-python, code=pass, code",
        "text/x-python, stdin=x, stdin",
        "text/x-python, timeout_ms=0, timeout_ms",
        "text/x-python, timeout_ms=5.0, timeout_ms",
        "text/x-python, timeout_ms=1e3, timeout_ms",
        "text/x-python, timeout_ms=%2B5, timeout_ms",
        "text/x-python, timeout_ms=99999999999999999999, timeout_ms",
        "text/x-python, timeout_ms=5&timeout_ms=6, timeout_ms",
        "text/x-python, language=python4, language",
        "text/x-python, policy=, policy"
    })
    void testWrongQueryParameterIsNamed(String type, String query, String name) {
        String body = type.equals("text/x-python") ? "pass" : HELLO;

        Reply reply = wire.request("POST /run?" + query + " HTTP/1.1", body, "Content-Type: " + type);
        JsonNode problem = Problems.assertProblem(reply, 422, "invalid-field");
        assertThat(problem.path("detail").textValue()).contains("\"" + name + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "import os, rejected, import",
        "open('/etc/passwd'), rejected, builtin",
        "'x = (', syntax-error, syntax",
        "'a\u202eb', rejected, source",
        "'\ud800', rejected, source"
    })
    void testRefusedProgramHasViolationsWithTheirPlace(String code, String name, String rule) {
        Reply reply = run("{\"code\":\"" + code.replace("\ud800", "\\ud800") + "\"}");

        JsonNode first = Problems.assertProblem(reply, 422, name).at("/violations/0");
        assertThat(first.path("rule").textValue()).isEqualTo(rule);
        assertThat(first.path("line").intValue()).isEqualTo(1);
        assertThat(first.path("column").intValue()).isPositive();
        assertThat(first.path("message").textValue()).isNotBlank();
    }

    @Test
    void testAtMostAHundredViolationsAreListed() {
        Reply reply = run("{\"code\":\"" + "import os\\n".repeat(500) + "\"}");
        assertThat(Problems.assertProblem(reply, 422, "rejected").path("violations"))
                .hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "*/*",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json;x",
                "application/json; charset=latin1",
                "application/json; charset=utf-16",
                "application/json; charset=utf-8; charset=utf-8",
                "application/json, text/plain",
                "application/ json",
                "text/x-python; charset=latin-1",
                "garbage",
                "a/b/c",
                ""
            })
    void testOtherTypesOfBodyAreNotRead(String type) {
        Problems.assertProblem(
                wire.request("POST /run HTTP/1.1", HELLO, "Content-Type: " + type), 415, "unsupported-media-type");
    }

    @Test
    void testBodyWithoutTypeOrWithTwoIsNotRead() {
        Problems.assertProblem(wire.request("POST /run HTTP/1.1", HELLO), 415, "unsupported-media-type");
        Problems.assertProblem(
                wire.request("POST /check HTTP/1.1", HELLO, JSON, "Content-Type: text/plain"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "br, gzip", "x"})
    void testEncodedBodyIsNotRead(String encoding) {
        Reply reply = wire.request("POST /run HTTP/1.1", HELLO, JSON, "Content-Encoding: " + encoding);
        Problems.assertProblem(reply, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/run | text/html",
                "/run | text/plain",
                "/run | text/html, application/problem+json",
                "/run | application/json;q=0",
                "/run?raw=1 | application/json",
                "/check | text/plain"
            })
    void testTypesThatAreNotGivenAreNotAcceptable(String path, String accept) {
        Reply reply = wire.request("POST " + path + " HTTP/1.1", HELLO, JSON, "Accept: " + accept);
        Problems.assertProblem(reply, 406, "not-acceptable");
    }

    @Test
    void testAcceptHeaderThatCannotBeReadIsMalformed() {
        Problems.assertProblem(
                wire.request("POST /run HTTP/1.1", HELLO, JSON, "Accept: a/b/c"), 400, "malformed-request");
    }

    @Test
    void testBodyOverTheLimitIsTooLarge() {
        String body = "{\"code\":\"" + " ".repeat(256 * 1024) + "\"}";
        Reply byLength = run(body);
        Reply chunked = wire.bare(
                "POST /run HTTP/1.1",
                Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n",
                "Host: " + SERVER.authority(),
                JSON,
                "Transfer-Encoding: chunked");

        Problems.assertProblem(byLength, 413, "too-large");
        Problems.assertProblem(chunked, 413, "too-large");
    }

    @Test
    void testBodyThatIsAnnouncedTooLargeIsNotAwaited() throws IOException {
        try (Socket socket = wire.begin("POST /run HTTP/1.1\r\nHost: " + SERVER.authority() + "\r\n" + JSON
                + "\r\nContent-Length: 10000000000\r\n\r\n{")) {
            socket.setSoTimeout(5000);
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void testProgramOverTheLimitIsTooLarge() {
        Problems.assertProblem(run("{\"code\":\"" + "#".repeat(65537) + "\"}"), 413, "too-large");
        Problems.assertProblem(run("{\"code\":\"#" + "é".repeat(32768) + "\"}"), 413, "too-large");
        Reply python = wire.request("POST /run HTTP/1.1", "#".repeat(65537), "Content-Type: text/x-python");
        Problems.assertProblem(python, 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//run",
                "/run/",
                "/RUN",
                "/run;x",
                "/run.json",
                "/run%2f..",
                "/run%20",
                "/%72un",
                "/./run",
                "/x/../run",
                "/api/run",
                "/api",
                "/api/application.wadl",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/assets/",
                "/assets/../run",
                "/assets/..%2fWEB-INF%2fweb.xml",
                "/assets/page.css/",
                "/error-page",
                "/health",
                "/health/started",
                "/jakarta.faces.resource/faces.js.xhtml?ln=jakarta.faces",
                "/index.xhtml/",
                "/INDEX.XHTML",
                "/favicon.ico",
                "/metrics/base",
                "*"
            })
    void testOtherAddressesAreNotFound(String path) {
        Problems.assertProblem(wire.request("POST " + path + " HTTP/1.1", HELLO, JSON), 404, "not-found");
        Problems.assertProblem(wire.request("GET " + path + " HTTP/1.1", ""), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /run | POST",
                "PUT | /run | POST",
                "DELETE | /run | POST",
                "PATCH | /run | POST",
                "OPTIONS | /run | POST",
                "PROPFIND | /run | POST",
                "post | /run | POST",
                "GET | /check | POST",
                "POST | /health/live | GET, HEAD",
                "DELETE | /health/ready | GET, HEAD",
                "POST | /metrics | GET, HEAD",
                "PUT | / | GET, HEAD, POST",
                "POST | /assets/page.0123456789abcdef.css | GET, HEAD"
            })
    void testOtherMethodsAreNotAllowed(String method, String path, String allow) {
        Reply reply = wire.request(method + " " + path + " HTTP/1.1", "", JSON);

        Problems.assertProblem(reply, 405, "method-not-allowed");
        assertThat(reply.header("Allow")).containsExactly(allow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override: POST", "X-Method-Override: POST", "X-Original-URL: /run"})
    void testHeadersDoNotChangeTheMethod(String header) {
        Problems.assertProblem(
                wire.request("GET /run?_method=POST HTTP/1.1", "", JSON, header), 405, "method-not-allowed");
    }

    @Test
    void testHeadOfAWrongMethodHasNoBody() {
        Reply reply = wire.request("HEAD /run HTTP/1.1", "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).isEmpty();
        Problems.assertProtected(reply);
    }

    @Test
    void testEveryGoodAnswerIsProtectedToo() {
        for (String path :
                List.of("/", "/index.xhtml", "/try", "/health/live", "/health/ready", "/metrics", "/policy")) {
            Reply reply = wire.request("GET " + path + " HTTP/1.1", "");
            assertThat(reply.status()).as(path).isEqualTo(200);
            Problems.assertProtected(reply);
        }
        Problems.assertProtected(wire.request("POST /check HTTP/1.1", HELLO, JSON));
    }

    /** What the server answers before the application hears of it: it runs nothing, shows nothing, and has no body. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /%zz HTTP/1.1 | X: y | 200",
                "POST /run%00 HTTP/1.1 | X: y | 400",
                "POST /run HTTP/3.0 | X: y | 505",
                "TRACE /run HTTP/1.1 | X: y | 405",
                "POST /run HTTP/1.1 | X : y | 400",
                "POST /run HTTP/1.1 | Content-Length: 5 | 400",
                "POST /run HTTP/1.1 | Transfer-Encoding: chunked | 400"
            })
    void testServersOwnAnswersAreEmpty(String line, String header, int status) {
        Reply reply = wire.request(line, HELLO, JSON, header);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("Server")).isEmpty();
    }

    /** The server itself knows that these are folders. */
    @ParameterizedTest
    @ValueSource(strings = {"/WEB-INF", "/META-INF"})
    void testFoldersOfTheArchiveLeadToTheirSlashAndNoFurther(String path) {
        Reply reply = wire.request("GET " + path + " HTTP/1.1", "");

        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("Location"))
                .containsExactly(SERVER.uri(path + "/").toString());
        Problems.assertProblem(wire.request("GET " + path + "/ HTTP/1.1", ""), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+19", "0x13", "19, 19", "-1", "1e1", "99999999999999999999", ""})
    void testLengthThatIsNoNumberIsRefused(String length) {
        Reply reply = wire.bare(
                "POST /run HTTP/1.1", HELLO, "Host: " + SERVER.authority(), JSON, "Content-Length: " + length);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.answers()).isEqualTo(1);
    }

    @Test
    void testHeadOfNineKilobytesIsRefused() {
        Reply reply = wire.request("POST /run HTTP/1.1", HELLO, JSON, "X: " + "x".repeat(9000));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEmpty();
    }

    /** The server takes the rest for a second request, but its answer must not reach anybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {"xchunked", "identity", "gzip, chunked", "chunked, identity", "chunked\r\nTransfer-Encoding: x"})
    void testNoSecondRequestInsideABodyIsAnswered(String encoding) {
        String head = " HTTP/1.1\r\nHost: " + SERVER.authority() + "\r\n";
        Reply reply = wire.exchange(("POST /run" + head + JSON + "\r\nTransfer-Encoding: " + encoding + "\r\n\r\n"
                        + "GET /health/live" + head + "\r\n")
                .getBytes(UTF_8));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.answers()).isEqualTo(1);
    }

    @Test
    void testNextConnectionFromTheSamePortIsAnother() {
        String head = " HTTP/1.1\r\nHost: " + SERVER.authority() + "\r\n";
        Wire samePort = wire.fromOnePort();
        Reply refused =
                samePort.exchange(("POST /run" + head + JSON + "\r\nTransfer-Encoding: x\r\n\r\n").getBytes(UTF_8));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(samePort.request("GET /health/live HTTP/1.1", "").status()).isEqualTo(200);
    }

    @Test
    void testBodyThatBreaksOffIsNotOurFault() throws IOException {
        String before = SERVER.printed();
        try (Socket socket = wire.begin("POST /run HTTP/1.1\r\nHost: " + SERVER.authority() + "\r\n" + JSON
                + "\r\nContent-Length: 19\r\n\r\n{")) {
            socket.shutdownOutput();
            socket.setSoTimeout(15_000);
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
        assertThat(SERVER.printed()).isEqualTo(before);
    }

    @Test
    void testProblemsLeaveNoStackTraceInTheLog() {
        String before = SERVER.printed();
        run("{\"code\":5}");
        run("{\"timeout_ms\":1e9999999999}");
        wire.request("POST /run HTTP/1.1", HELLO, "Content-Type: a/b/c");
        wire.request("GET /WEB-INF/web.xml HTTP/1.1", "");

        assertThat(SERVER.printed()).isEqualTo(before);
    }
}
