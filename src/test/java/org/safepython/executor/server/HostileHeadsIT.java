package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.server.Wire.Reply;

/** Heads made of parts that are wrong each in its own way: never our fault, never a page, never a run. */
class HostileHeadsIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final int HEADS = 2000;

    private static final List<String> METHODS =
            List.of("POST", "POST", "POST", "GET", "DELETE", "HEAD", "OPTIONS", "P\u00d6ST");
    private static final List<String> PATHS = List.of(
            "/check",
            "/check",
            "/run",
            "/policy",
            "/health/ready",
            "/metrics",
            "/openapi",
            "/problems/busy",
            "/try",
            "/nowhere",
            "/run/9f1c2b7a5d3e48f0a6b1c2d3e4f5a6b7");
    private static final List<String> QUERIES = List.of(
            "",
            "?",
            "?&",
            "?=",
            "?raw",
            "?raw=%",
            "?raw=%f",
            "?raw=%ff",
            "?raw=%00",
            "?raw=1&raw=1",
            "?%72aw=1",
            "?raw=1;x",
            "?raw=1#x",
            "?a[]=1",
            "?timeout_ms=\u0661",
            "?policy=%e2%82",
            "?x=" + "y".repeat(3000),
            "?raw=true&policy=strict",
            "?" + "a&".repeat(1000),
            "??",
            "?raw=%u0031",
            "?jakarta.faces.ViewState=1");
    private static final List<String> HEADERS = List.of(
            "Accept: ",
            "Accept: *",
            "Accept: */json",
            "Accept: text/event-stream;q=abc",
            "Accept: text/html;q=2",
            "Accept: application/json;q=-1",
            "Accept: ,,,",
            "Accept: a/b;c",
            "Accept: \"",
            "Accept: " + "a/b,".repeat(1500),
            "Accept: text/event-stream;q=0, application/json;q=0.0001",
            "Accept-Charset: utf-7",
            "Accept-Language: \u0000",
            "Accept-Encoding: gzip, br;q=x",
            "Content-Type: ",
            "Content-Type: application/json; charset=",
            "Content-Type: /",
            "Content-Type: application/json; charset=utf-8",
            "Content-Type: text/x-python",
            "Content-Type: application/json",
            "Content-Type: multipart/form-data",
            "Content-Encoding: ",
            "Origin: ",
            "Origin: null",
            "Origin: http://127.0.0.1",
            "Origin: \u20ac",
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Site: cross-site, same-origin",
            "Expect: 100-continue",
            "Expect: 200-ok",
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAA\r\nSec-WebSocket-Version: 13",
            "Range: bytes=0-1,5-9,-1",
            "If-Modified-Since: yesterday",
            "If-None-Match: *",
            "Cookie: JSESSIONID=../../x",
            "X-Forwarded-For: 1.2.3.4",
            "Forwarded: for=\"_x\"",
            "X-HTTP-Method-Override: DELETE",
            "Date: \u0001",
            "Trailer: Host",
            "Authorization: Basic \u00ff",
            "Content-Disposition: x",
            "Max-Forwards: 0",
            "TE: trailers",
            "Via: 1.0 evil");
    private static final List<String> BODIES =
            List.of("", "{}", "{\"code\":\"import os\"}", "import os", "code=import+os", "\u0000", "{\"code\":5}");

    private final Wire wire = new Wire(SERVER);

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void testEveryHeadIsAnsweredInOurForm() throws Exception {
        Random random = new Random(1);
        Creations creations = new Creations(SERVER);
        for (int i = 0; i < HEADS; i++) {
            List<String> headers = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                headers.add(one(random, HEADERS));
            }
            String line = one(random, METHODS) + " " + one(random, PATHS) + one(random, QUERIES) + " HTTP/1.1";
            Reply reply = wire.request(line, one(random, BODIES), headers.toArray(String[]::new));
            try {
                assertOurs(reply, line + " " + headers);
            } catch (AssertionError wrong) {
                throw new AssertionError(line + " " + headers + " -> " + reply, wrong);
            }
        }
        assertThat(creations.othersThanOneMore()).isZero();
        Harmless.assertRunsAtOnce(wire);
    }

    /** What has no header of ours comes from the server itself, and then has no body. */
    private static void assertOurs(Reply reply, String request) {
        assertThat(reply.status()).as(request + " -> " + reply).isBetween(100, 499);
        assertThat(reply.header("Server")).isEmpty();
        if (reply.header("X-Content-Type-Options").isEmpty()) {
            assertThat(reply.body()).as(request).isEmpty();
        } else if (reply.status() >= 400 && !reply.body().isEmpty()) {
            Problems.assertProblem(
                    reply,
                    reply.status(),
                    Json.parse(reply.body()).path("type").textValue().substring("/problems/".length()));
        }
    }

    /** Other protocols than the one that is guarded are not spoken. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
                "GET / HTTP/0.9\r\n\r\n",
                "\u0016\u0003\u0001\u0000\u0005hello",
                "GET\r\n\r\n",
                "\r\n\r\n\r\n"
            })
    void testOtherProtocolsAreNotSpoken(String bytes) {
        Reply reply =
                wire.exchange((bytes + "GET /health/live HTTP/9.9\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reply.status()).isIn(0, 400, 421, 505);
        assertThat(reply.body()).doesNotContain("live");
    }

    /** Lines of chunks may carry extensions; nobody may carry them for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"5;a=", "5;", "0000000000", "5\r\n{\"a\":\r\n0\r\nX-A: "})
    void testChunksWithEndlessLinesAreCutOff(String begin) {
        Reply reply = wire.exchange(("POST /check HTTP/1.1\r\nHost: " + SERVER.authority()
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + begin
                        + "0".repeat(100_000))
                .getBytes(StandardCharsets.US_ASCII));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.answers()).isEqualTo(1);
    }
}
