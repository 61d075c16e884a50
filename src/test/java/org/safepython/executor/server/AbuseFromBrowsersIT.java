package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.server.Wire.Reply;

/** What a web page in somebody's browser can make it send, and what an answer could do to that browser. */
class AbuseFromBrowsersIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final String HELLO = "{\"code\":\"print(1)\"}";
    private static final String JSON = "Content-Type: application/json";

    private static Creations creations;

    private final Wire wire = new Wire(SERVER);

    @BeforeAll
    static void watch() {
        creations = new Creations(SERVER);
    }

    /** The harmless programs, those that answer questions below, and none besides. */
    @AfterAll
    static void nothingElseHasRun() throws IOException, InterruptedException {
        assertThat(creations.othersThanOneMore()).isEqualTo(runs);
    }

    private static int runs;

    @AfterEach
    void harmlessProgramRuns() {
        runs++;
        Harmless.assertRunsAtOnce(wire);
    }

    private static String own(String text) {
        return text.replace("PORT", Integer.toString(SERVER.port()));
    }

    /** Number 1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Type: application/json;x",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=a",
                "Content-Type: application/json\r\nOrigin: http://evil.test",
                "Content-Type: application/json\r\nOrigin: null",
                "Content-Type: application/json\r\nOrigin: http://127.0.0.1:1",
                "Content-Type: application/json\r\nSec-Fetch-Site: cross-site",
                "Content-Type: application/json\r\nSec-Fetch-Site: same-site"
            })
    void testForeignPageRunsNothing(String headers) {
        Reply reply = wire.request("POST /run HTTP/1.1", HELLO, headers);

        assertThat(reply.status()).isIn(403, 415);
        Problems.assertProtected(reply);
    }

    @Test
    void testNoPreflightIsGranted() {
        Reply reply = wire.request(
                "OPTIONS /run HTTP/1.1", "", "Origin: http://evil.test", "Access-Control-Request-Method: POST");

        Problems.assertProblem(reply, 403, "cross-origin");
        Problems.assertProblem(wire.request("OPTIONS /run HTTP/1.1", ""), 405, "method-not-allowed");
        Problems.assertProblem(wire.request("GET /run?code=print(1) HTTP/1.1", ""), 405, "method-not-allowed");
    }

    /** Number 2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.test",
                "Host: localhost.evil.test:PORT",
                "Host: 127.0.0.1:PORT\r\nHost: evil.test",
                "Host: 127.0.0.1",
                "X-Forwarded-Host: 127.0.0.1:PORT\r\nHost: evil.test:PORT"
            })
    void testNameThatLeadsHereIsNotEnough(String headers) {
        Problems.assertProblem(
                wire.bare("POST /run HTTP/1.1", HELLO, own(headers), JSON, "Content-Length: 19"), 421, "misdirected");
        Problems.assertProblem(wire.bare("GET /try HTTP/1.1", "", own(headers)), 421, "misdirected");
        Problems.assertProblem(wire.request("POST http://evil.test/run HTTP/1.1", HELLO, JSON), 421, "misdirected");
    }

    /** Number 5. */
    @Test
    void testOutputBecomesNoHeader() {
        runs++;
        Reply reply = wire.request(
                "POST /run?raw=1 HTTP/1.1",
                Json.object("code", "print('HTTP/1.1 200 OK\\r\\nSet-Cookie: a=b\\r\\n\\r\\n<script>', end='')"),
                JSON);

        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.body()).isEqualTo("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\n\r\n<script>");
        assertThat(reply.header("Content-Type")).containsExactly("text/plain;charset=utf-8");
        assertThat(reply.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(reply.header("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(reply.header("X-Outcome")).containsExactly("completed");
        assertThat(reply.header("X-Exit-Code")).containsExactly("0");
        assertThat(reply.header("X-Run-Id")).singleElement().asString().matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy=a%0d%0aSet-Cookie:%20a=b", "language=%0d%0aX-A:b", "%0d%0aX-A:%20b=1"})
    void testParameterBecomesNoHeader(String query) {
        Reply reply = wire.request("POST /run?" + query + " HTTP/1.1", "pass", "Content-Type: text/x-python");

        Problems.assertProblem(reply, 422, "invalid-field");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.header("X-A")).isEmpty();
    }

    /** Number 6; the page with its output in a real browser is in the tests of the page. */
    @Test
    void testOutputBecomesNoMarkup() {
        runs++;
        String markup = "<script>alert(1)</script>";
        Reply reply = wire.request(
                "POST / HTTP/1.1",
                "program=program&run=Run&jakarta.faces.ViewState=stateless&policy=strict&language=python3&stdin=&code="
                        + "print(%22%3Cscript%3Ealert(1)%3C/script%3E%22)",
                "Content-Type: application/x-www-form-urlencoded");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain(markup).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(reply.header("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(wire.request("GET /problems/%3Cscript%3E HTTP/1.1", "").body())
                .doesNotContain("<script>");
    }

    /** Number 24. */
    @Test
    void testNothingIsCachedAndNoResultIsAnothers() {
        runs += 2;
        Reply first = wire.request("POST /run HTTP/1.1", HELLO, JSON);
        Reply second = wire.request("POST /run HTTP/1.1", HELLO, JSON, "If-None-Match: *");

        assertThat(List.of(first, second))
                .allSatisfy(reply -> assertThat(reply.header("Cache-Control")).containsExactly("no-store"));
        assertThat(first.header("ETag")).isEmpty();
        assertThat(Json.parse(first.body()).path("id"))
                .isNotEqualTo(Json.parse(second.body()).path("id"));
    }

    /** Number 25. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST //run",
                "POST /run/",
                "POST /RUN",
                "POST /run;a=b",
                "POST /api/run",
                "POST /x/../run",
                "GET /try/",
                "GET /try/../WEB-INF/web.xml",
                "GET /try.html",
                "GET /assets",
                "GET /assets/swagger-ui-bundle.js.LICENSE.txt",
                "GET /swagger-ui-bundle.js",
                "GET /openapi.json",
                "GET /problems/",
                "GET /problems/../run",
                "DELETE /run/9F1C2B7A5D3E48F0A6B1C2D3E4F5A6B7"
            })
    void testTricksWithPathsLeadNowhere(String line) {
        String body = line.startsWith("POST") ? HELLO : "";
        Problems.assertProblem(wire.request(line + " HTTP/1.1", body, JSON), 404, "not-found");
    }

    /** The server itself trips over some of these, and answers with nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"/run%2f..", "/assets/..", "/assets/..%2f..%2fetc/passwd", "/run/..", "/..", "/%2e%2e/"})
    void testTricksWithDotsShowNothing(String path) {
        for (String method : List.of("GET", "POST", "DELETE")) {
            Reply reply = wire.request(method + " " + path + " HTTP/1.1", method.equals("POST") ? HELLO : "", JSON);
            assertThat(reply.status()).isIn(200, 400, 404);
            assertThat(reply.body().isEmpty()
                            || Json.parse(reply.body()).path("status").intValue() == 404)
                    .as(reply.body())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "PATCH", "PROPFIND", "CONNECT", "run", "GET\t"})
    void testTricksWithMethodsRunNothing(String method) {
        Reply reply = wire.request(method + " /run HTTP/1.1", "", JSON, "X-HTTP-Method-Override: POST");
        assertThat(reply.status()).isIn(400, 405);
    }

    /** Number 27; what was refused above has run nothing either. */
    @Test
    void testRefusedProgramTouchesNoContainer() {
        for (String code : List.of("import os", "x = (", "open('/etc/passwd')", "().__class__", "\u202e")) {
            assertThat(wire.request("POST /run HTTP/1.1", Json.object("code", code), JSON)
                            .status())
                    .as(code)
                    .isEqualTo(422);
        }
    }
}
