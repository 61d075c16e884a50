package org.safepython.executor.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.server.Wire.Reply;

/** Requests that lie about themselves, are endless, or mean to exhaust whoever reads them. */
class AbuseOfBodiesIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final String HELLO = "{\"code\":\"print(1)\"}";
    private static final String JSON = "Content-Type: application/json";

    private static Creations creations;
    private static int runs;

    private final Wire wire = new Wire(SERVER);

    @BeforeAll
    static void watch() {
        creations = new Creations(SERVER);
    }

    @AfterAll
    static void onlyHarmlessProgramsHaveRun() throws IOException, InterruptedException {
        assertThat(creations.othersThanOneMore()).isEqualTo(runs);
    }

    @AfterEach
    void harmlessProgramRuns() {
        runs++;
        Harmless.assertRunsAtOnce(wire);
    }

    private static String host() {
        return "Host: " + SERVER.authority() + "\r\n";
    }

    private Reply run(String body) {
        return wire.request("POST /run HTTP/1.1", body, JSON);
    }

    /** Number 8: whatever comes first is refused, and what hides behind it neither runs nor is answered. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\u000bchunked",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Content-Length: 5, 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: -1"
            })
    void testSecondRequestInABodyIsNeitherRunNorAnswered(String length) {
        String hidden =
                "POST /run HTTP/1.1\r\n" + host() + JSON + "\r\nContent-Length: " + HELLO.length() + "\r\n\r\n" + HELLO;
        Reply reply = wire.exchange(
                ("POST /check HTTP/1.1\r\n" + host() + JSON + "\r\n" + length + "\r\n\r\n" + hidden).getBytes(UTF_8));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.answers()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc\r\n0\r\n\r\n",
                "-1\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcXX0\r\n\r\n",
                "ffffffffffffffffff\r\na"
            })
    void testChunksThatAreNoneAreRefused(String chunks) {
        Reply reply = wire.exchange(("POST /check HTTP/1.1\r\n" + host() + JSON
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks)
                .getBytes(UTF_8));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.answers()).isEqualTo(1);
    }

    /** Number 9, slow senders of heads and bodies, has a server of its own; these read slowly. */
    @Test
    void testReadersThatReadNothingHoldNobodyUp() throws Exception {
        String large = "x = '" + "y".repeat(60_000) + "\n";
        String request = "POST /check HTTP/1.1\r\n" + host() + "Content-Type: text/x-python\r\nContent-Length: "
                + large.length() + "\r\n\r\n" + large;
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                sockets.add(wire.begin(request + request + request));
            }
            runs++;
            Harmless.assertRunsAtOnce(wire.from("127.0.0.2"));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        // What had arrived is still judged.
        Thread.sleep(1000);
    }

    /** Number 9, what is left to the proxy in front: a head may drip as long as its sender likes, and is answered then. */
    @Test
    void testHeadThatDripsIsAwaited() throws Exception {
        try (Socket socket = wire.begin("GET /health/live HTTP/1.1\r\n" + host() + "X-A: ")) {
            socket.setSoTimeout(5000);
            for (int i = 0; i < 12; i++) {
                socket.getOutputStream().write('a');
                Thread.sleep(1000);
            }
            socket.getOutputStream().write("\r\n\r\n".getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    /** Number 10. */
    @Test
    void testGiantBodiesAreRefusedWhileTheyArrive() throws IOException {
        String keys =
                IntStream.range(0, 100_000).mapToObj(i -> "\"k" + i + "\":0").collect(Collectors.joining(","));
        Problems.assertProblem(run("{" + keys + "}"), 413, "too-large");
        Problems.assertProblem(run("{\"" + "k".repeat(1 << 20) + "\":0}"), 413, "too-large");
        Problems.assertProblem(run("{\"" + "k".repeat(200_000) + "\":0}"), 400, "malformed-request");

        try (Socket socket =
                wire.begin("POST /run HTTP/1.1\r\n" + host() + JSON + "\r\nTransfer-Encoding: chunked\r\n\r\n")) {
            socket.setSoTimeout(5000);
            byte[] chunk = ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(UTF_8);
            for (int i = 0; i < 65; i++) {
                socket.getOutputStream().write(chunk);
            }
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
        try (Socket socket =
                wire.begin("POST /run HTTP/1.1\r\n" + host() + JSON + "\r\nContent-Length: 10000000000\r\n\r\n{")) {
            socket.setSoTimeout(5000);
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    /** A form of many fields, and one field many times. */
    @ParameterizedTest
    @ValueSource(strings = {"a=&", "%s=&"})
    void testFormOfManyFieldsIsReadAtOnce(String field) {
        String form = IntStream.range(0, 100_000)
                .mapToObj(i -> field.formatted(Integer.toString(i, 36)))
                .collect(Collectors.joining());
        Reply reply = wire.request("POST / HTTP/1.1", form, "Content-Type: application/x-www-form-urlencoded");
        assertThat(reply.status()).isEqualTo(200);
    }

    /** Number 11. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"a\",\"code\":\"b\"} | 400",
                "{\"code\":\"\",\"timeout_ms\":NaN} | 400",
                "{\"code\":\"\",\"timeout_ms\":Infinity} | 400",
                "{\"code\":\"\",\"timeout_ms\":1e999999999} | 422",
                "{\"code\":\"\",\"timeout_ms\":1e308} | 422",
                "{\"code\":\"\",\"timeout_ms\":-1} | 422",
                "{\"code\":\"\",\"timeout_ms\":0} | 422",
                "{\"code\":\"\",\"timeout_ms\":0.5} | 422",
                "{\"code\":\"\",\"timeout_ms\":true} | 422",
                "{\"code\":\"\",\"timeout_ms\":null} | 422",
                "{\"code\":\"\",\"timeout_ms\":[5]} | 422",
                "{\"code\":5} | 422",
                "{\"code\":null} | 422",
                "{\"code\":[\"a\"]} | 422",
                "{\"code\":\"\\ud800\"} | 422",
                "{\"code\":\"\",\"stdin\":\"\\ud800\"} | 422",
                "{\"code\":\"\",\"args\":[\"\\u0000\"]} | 422",
                "{\"code\":\"\",\"x\":1} | 422",
                "{\"code\":\"\"}{\"code\":\"\"} | 400",
                "// {\"code\":\"\"} | 400",
                "{'code':''} | 400"
            })
    void testHostileJsonIsRefused(String body, int status) {
        assertThat(run(body).status()).isEqualTo(status);
    }

    @Test
    void testDepthAndLongNumbersAreRefused() {
        Problems.assertProblem(run("[".repeat(100_000)), 400, "malformed-request");
        Problems.assertProblem(
                run("{\"code\":" + "{\"a\":".repeat(40_000) + "1" + "}".repeat(40_000) + "}"),
                400,
                "malformed-request");
        Problems.assertProblem(
                run("{\"code\":\"\",\"timeout_ms\":" + "9".repeat(100_000) + "}"), 400, "malformed-request");
        Problems.assertProblem(
                wire.request("POST /run HTTP/1.1", new byte[] {'{', (byte) 0xff, '}'}, JSON), 400, "malformed-request");
    }

    /** Number 12. */
    @Test
    void testCompressedBodyIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[10 << 20]);
        }
        Problems.assertProblem(
                wire.request("POST /run HTTP/1.1", packed.toByteArray(), JSON, "Content-Encoding: gzip"),
                415,
                "unsupported-media-type");
        Problems.assertProblem(
                wire.bare(
                        "POST /run HTTP/1.1",
                        "",
                        "Host: " + SERVER.authority(),
                        JSON,
                        "Transfer-Encoding: gzip, chunked"),
                400,
                "malformed-request");
    }

    /** Number 18. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"timeout_ms\":1000000000",
                "\"timeout_ms\":9223372036854775808",
                "\"memory\":\"64g\"",
                "\"env\":{\"LD_PRELOAD\":\"/tmp/x.so\"}",
                "\"image\":\"evil\"",
                "\"user\":\"0\"",
                "\"runtime\":\"runc\"",
                "\"workdir\":\"/\"",
                "\"mounts\":[\"/:/host\"]",
                "\"files\":{\"../x\":\"\"}",
                "\"network\":true",
                "\"privileged\":true",
                "\"callback_url\":\"http://169.254.169.254/\"",
                "\"args\":\"-c\"",
                "\"policy\":\"../container\"",
                "\"language\":\"bash\""
            })
    void testNoFieldChoosesWhatIsOurs(String field) {
        Problems.assertProblem(run("{\"code\":\"pass\"," + field + "}"), 422, "invalid-field");
    }

    /** Number 20: what one reads as something else than the other is refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeffimport os",
                "# coding: utf-7\n+AGkAbQBwAG8AcgB0- os",
                "# -*- coding: latin-1 -*-\nx = 1",
                "x = 1\u0000import os",
                "x = 1\fimport os",
                "def f():\n\tif 1:\n        import os"
            })
    void testSourceThatOthersReadOtherwiseIsRefused(String code) {
        assertThat(run(Json.object("code", code)).status()).isEqualTo(422);
    }

    /** Number 13: judging has limits of its own, and sixteen at a time leave others their turn. */
    @Test
    void testHostileProgramsToJudgeHoldNobodyUp() throws Exception {
        String nested = Json.object("code", "x = " + "(".repeat(30_000) + "1" + ")".repeat(30_000));
        String wide = Json.object("code", "x = " + "1+".repeat(30_000) + "1");
        List<Thread> attackers = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        for (int i = 0; i < 16; i++) {
            String body = i % 2 == 0 ? nested : wide;
            Thread attacker = new Thread(() -> {
                while (System.nanoTime() < end) {
                    wire.request("POST /check HTTP/1.1", body, JSON);
                }
            });
            attacker.start();
            attackers.add(attacker);
        }
        Thread.sleep(1000);
        for (int i = 0; i < 5; i++) {
            long begin = System.nanoTime();
            Reply reply = wire.from("127.0.0.2").request("POST /check HTTP/1.1", HELLO, JSON);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(1000);
        }
        for (Thread attacker : attackers) {
            attacker.join();
        }
    }
}
