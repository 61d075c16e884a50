package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safepython.executor.server.Wire.Reply;

/** Requests that mean another host, or that another site makes a browser send: none of them runs anything. */
class GuardsIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final String RUN = "POST /run HTTP/1.1";
    private static final String CHECK = "POST /check HTTP/1.1";
    private static final String JSON = "Content-Type: application/json";
    private static final String HELLO = "{\"code\":\"print(1)\"}";
    private static final String LENGTH = "Content-Length: 19";
    private static final String FORM = "program=program&code=print(1)&run=Run&jakarta.faces.ViewState=stateless";
    private static final String FORM_TYPE = "Content-Type: application/x-www-form-urlencoded";

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

    private static String own(String text) {
        return text.replace("PORT", Integer.toString(SERVER.port()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test",
                "evil.test:PORT",
                "localhost.evil.test:PORT",
                "127.0.0.1.evil.test:PORT",
                "evil.test@127.0.0.1:PORT",
                "127.0.0.1",
                "localhost",
                "127.0.0.1:1",
                "127.0.0.1:80",
                "127.0.0.1:0PORT",
                "127.0.0.1.:PORT",
                "localhost.:PORT",
                "127.1:PORT",
                "0x7f000001:PORT",
                "2130706433:PORT",
                "0.0.0.0:PORT",
                "[::]:PORT",
                "[::ffff:127.0.0.1]:PORT"
            })
    void testOtherHostsAreMisdirected(String host) {
        Reply run = wire.bare(RUN, HELLO, "Host: " + own(host), JSON, LENGTH);
        Reply page = wire.bare("GET / HTTP/1.1", "", "Host: " + own(host));

        Problems.assertProblem(run, 421, "misdirected");
        Problems.assertProblem(page, 421, "misdirected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LocalHost:PORT", "[::1]:PORT"})
    void testOwnHostsAreServed(String host) {
        assertThat(wire.bare(CHECK, HELLO, "Host: " + own(host), JSON, LENGTH).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: 127.0.0.1:PORT\r\nHost: evil.test",
                "Host: evil.test\r\nHost: 127.0.0.1:PORT",
                "Host: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT"
            })
    void testTwoHostsAreMisdirected(String hosts) {
        Problems.assertProblem(wire.bare(RUN, HELLO, own(hosts), JSON, LENGTH), 421, "misdirected");
    }

    @Test
    void testNoHostIsRefused() {
        assertThat(wire.bare(RUN, HELLO, JSON, LENGTH).status()).isEqualTo(400);
        Problems.assertProblem(wire.bare("POST /run HTTP/1.0", HELLO, JSON, LENGTH), 421, "misdirected");
    }

    /** The server itself cannot read these, and answers an empty 200: nothing runs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1:PORT.evil.test",
                "127.0.0.1:PORT,evil.test",
                "127.0.0.1:PORT@evil.test",
                "127.0.0.1:PORT/"
            })
    void testHostThatIsNoneGetsNothing(String host) {
        assertThat(wire.bare(RUN, HELLO, "Host: " + own(host), JSON, LENGTH).body())
                .isEmpty();
    }

    @Test
    void testRequestLineWithAnotherHostIsMisdirected() {
        Problems.assertProblem(wire.request("POST http://evil.test/run HTTP/1.1", HELLO, JSON), 421, "misdirected");
        Problems.assertProblem(
                wire.request(own("POST http://evil.test:PORT/run HTTP/1.1"), HELLO, JSON), 421, "misdirected");
    }

    @Test
    void testRequestLineWithOurHostCountsForMoreThanTheHeader() {
        String line = own("POST http://127.0.0.1:PORT/check HTTP/1.1");

        assertThat(wire.request(line, HELLO, JSON).status()).isEqualTo(200);
        assertThat(wire.bare(line, HELLO, "Host: evil.test", JSON, LENGTH).status())
                .isEqualTo(200);
    }

    @Test
    void testForwardedHostMakesAStrangerOfWhoeverSendsIt() {
        Reply ours = wire.request(CHECK, HELLO, JSON, "X-Forwarded-Host: evil.test", "Forwarded: host=evil.test");
        Reply theirs = wire.bare(RUN, HELLO, "Host: evil.test", own("X-Forwarded-Host: 127.0.0.1:PORT"), JSON, LENGTH);

        Problems.assertProblem(ours, 401, "unauthorized");
        Problems.assertProblem(theirs, 421, "misdirected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.test",
                "https://evil.test",
                "http://evil.test:PORT",
                "http://localhost.evil.test:PORT",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "https://127.0.0.1:PORT",
                "http://127.0.0.1:PORT/",
                "http://127.0.0.1:PORT http://evil.test",
                "HTTP://127.0.0.1:PORT",
                "chrome-extension://abcdef",
                "file://",
                "null",
                ""
            })
    void testOtherOriginsAreRefused(String origin) {
        Problems.assertProblem(wire.request(RUN, HELLO, JSON, "Origin: " + own(origin)), 403, "cross-origin");
        Problems.assertProblem(wire.request(CHECK, HELLO, JSON, "Origin: " + own(origin)), 403, "cross-origin");
        Problems.assertProblem(
                wire.request("POST / HTTP/1.1", FORM, FORM_TYPE, "Origin: " + own(origin)), 403, "cross-origin");
    }

    @Test
    void testOwnOriginIsAccepted() {
        assertThat(wire.request(CHECK, HELLO, JSON, own("Origin: http://127.0.0.1:PORT"))
                        .status())
                .isEqualTo(200);
        assertThat(wire.request(CHECK, HELLO, JSON, own("Origin: http://localhost:PORT"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void testSecondOriginIsNotOverlooked() {
        Reply reply = wire.request(RUN, HELLO, JSON, own("Origin: http://127.0.0.1:PORT"), "Origin: http://evil.test");
        Problems.assertProblem(reply, 403, "cross-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void testBrowsersRequestForAnotherSiteIsRefused(String site) {
        Problems.assertProblem(wire.request(RUN, HELLO, JSON, "Sec-Fetch-Site: " + site), 403, "cross-origin");
        Problems.assertProblem(
                wire.request(RUN, HELLO, JSON, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: " + site),
                403,
                "cross-origin");
        Problems.assertProblem(
                wire.request("POST / HTTP/1.1", FORM, FORM_TYPE, "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: navigate"),
                403,
                "cross-origin");
        Problems.assertProblem(
                wire.request("GET / HTTP/1.1", "", "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: no-cors"),
                403,
                "cross-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void testBrowsersOwnRequestIsAccepted(String site) {
        assertThat(wire.request(CHECK, HELLO, JSON, "Sec-Fetch-Site: " + site).status())
                .isEqualTo(200);
    }

    @Test
    void testLinkToThePageMayBeAnywhereButRunsNothing() {
        String[] followed = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"};

        assertThat(wire.request("GET /?example=loop HTTP/1.1", "", followed).status())
                .isEqualTo(200);
        Problems.assertProblem(wire.request("GET /?" + FORM + " HTTP/1.1", "", followed), 405, "method-not-allowed");
        Problems.assertProblem(
                wire.request("GET /index.xhtml?" + FORM + " HTTP/1.1", "", followed), 405, "method-not-allowed");
        Problems.assertProblem(
                wire.request("GET /?" + FORM.replace("jakarta.faces", "%6Aakarta%2Efaces") + " HTTP/1.1", "", followed),
                405,
                "method-not-allowed");
        assertThat(wire.request("HEAD /?" + FORM + " HTTP/1.1", "").status()).isEqualTo(405);
    }

    @Test
    void testPreflightGetsNoPermission() {
        Reply foreign = wire.request(
                "OPTIONS /run HTTP/1.1",
                "",
                "Origin: http://evil.test",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type");
        Reply own = wire.request(
                "OPTIONS /run HTTP/1.1",
                "",
                own("Origin: http://localhost:PORT"),
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Private-Network: true");

        Problems.assertProblem(foreign, 403, "cross-origin");
        Problems.assertProblem(own, 405, "method-not-allowed");
    }

    @Test
    void testGuardsHoldForHttp2() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(SERVER.uri("/run")).header("Content-Type", "application/json");
        HttpRequest.Builder health = HttpRequest.newBuilder(SERVER.uri("/health/live"));

        HttpResponse<String> upgraded = http.send(health.build(), BodyHandlers.ofString());
        HttpResponse<String> foreign = http.send(
                request.copy()
                        .header("Origin", "http://evil.test")
                        .POST(BodyPublishers.ofString(HELLO))
                        .build(),
                BodyHandlers.ofString());

        assertThat(upgraded.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(upgraded.statusCode()).isEqualTo(200);
        assertThat(foreign.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void testNobodySwitchesThePolicyOff() {
        String os = "{\"code\":\"import os\"}";
        String[] tries = {"X-Policy: container", "Policy: container", "Cookie: policy=container"};

        Problems.assertProblem(wire.request(RUN, os, append(tries, JSON)), 422, "rejected");
        Problems.assertProblem(wire.request("POST /run?policy=container HTTP/1.1", os, JSON), 422, "invalid-field");
    }

    private static String[] append(String[] lines, String line) {
        String[] all = Arrays.copyOf(lines, lines.length + 1);
        all[lines.length] = line;
        return all;
    }
}
