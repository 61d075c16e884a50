package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.server.Events.Event;

/** Output as it is written, and the end of runs that nobody waits for any more. */
class StreamIT {
    private static final TestServer SERVER = TestServer.shared();
    private static final Wire WIRE = new Wire(SERVER);
    private static final Client CLIENT = new Client(SERVER);
    private static final String SLEEPER = "print('here', flush=True)\nimport time\ntime.sleep(25)";

    private static Containers containers;

    @BeforeAll
    static void look() {
        containers = SERVER.containers();
    }

    @AfterAll
    static void nothingIsLeft() throws InterruptedException {
        assertThat(containers.awaitNone()).isEmpty();
        containers.close();
    }

    private static Events stream(String code, Object... fields) throws IOException {
        return new Events(WIRE, SERVER.authority(), Client.request(code, fields));
    }

    private static String text(List<Event> events, String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(Event::text)
                .collect(Collectors.joining());
    }

    @Test
    void testEventsComeInOrderAndTheResultLast() throws Exception {
        try (Events stream = stream("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')")) {
            List<Event> events = stream.all();

            assertThat(events.get(0).name()).isEqualTo("started");
            assertThat(events.get(0).data().path("id").textValue()).matches("[0-9a-f]{32}");
            assertThat(text(events, "stdout")).isEqualTo("a\nc\n");
            assertThat(text(events, "stderr")).isEqualTo("b\n");
            Event last = events.get(events.size() - 1);
            assertThat(last.name()).isEqualTo("result");
            assertThat(last.data().path("outcome").textValue()).isEqualTo("completed");
            assertThat(last.data().path("id")).isEqualTo(events.get(0).data().path("id"));
            assertThat(events.subList(1, events.size() - 1))
                    .extracting(event -> event.data().path("seq").intValue())
                    .isEqualTo(IntStream.range(0, events.size() - 2).boxed().toList());
        }
    }

    /** The program tells when it wrote; both clocks are the machine's. */
    @Test
    void testOutputComesAsItIsWritten() throws Exception {
        try (Events stream =
                stream("import time\nfor i in range(20):\n  print(time.monotonic_ns())\n  time.sleep(0.1)")) {
            List<Long> delays = stream.all().stream()
                    .filter(event -> event.name().equals("stdout"))
                    .map(event -> TimeUnit.NANOSECONDS.toMillis(
                            event.nanos() - Long.parseLong(event.text().strip())))
                    .sorted()
                    .toList();

            assertThat(delays).hasSize(20);
            assertThat(delays.get(10)).isBetween(0L, 50L);
            assertThat(stream.comments()).isBetween(2, 5);
        }
    }

    @Test
    void testSilentProgramSendsComments() throws Exception {
        try (Events stream = stream("import time\ntime.sleep(2.3)")) {
            assertThat(stream.all()).extracting(Event::name).containsExactly("started", "result");
            assertThat(stream.comments()).isBetween(3, 5);
        }
    }

    @Test
    void testCharactersAreNeverSplit() throws Exception {
        String code = "import os, time\n"
                + "for byte in '\u20ac\ud83d\ude00'.encode():\n  os.write(1, bytes([byte]))\n  time.sleep(0.05)";
        try (Events stream = stream(code)) {
            List<Event> events = stream.all();
            assertThat(events.stream()
                            .filter(event -> event.name().equals("stdout"))
                            .map(Event::text))
                    .containsExactly("\u20ac", "\ud83d\ude00");
        }
    }

    @Test
    void testEverythingUpToTheLimitIsStreamed() throws Exception {
        try (Events stream = stream("for i in range(4 * 1024):\n  print('x' * 1023)\nprint('y' * 8 * 1024 * 1024)")) {
            List<Event> events = stream.all();

            assertThat(text(events, "stdout")).hasSize(8 * 1024 * 1024);
            assertThat(events.get(events.size() - 1).data().path("outcome").textValue())
                    .isEqualTo("output_exceeded");
        }
    }

    @Test
    void testReaderThatReadsNothingIsTreatedAsGone() throws Exception {
        try (Events stream = stream("while True:\n  print('x' * 1023)", "timeout_ms", 20000)) {
            assertThat(stream.next()).isPresent();
            assertThat(containers.awaitNone(15_000)).isEmpty();
        }
    }

    @Test
    void testRefusalsComeBeforeTheStream() {
        HttpResponse<String> response =
                CLIENT.post("/run", Json.object("code", "import os"), "Accept", "text/event-stream");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void testStreamIsForThoseWhoAskForIt() {
        String hello = Client.request("print(1)");

        for (String accept : List.of("*/*", "application/json", "application/json, text/event-stream", "text/*")) {
            HttpResponse<String> response = CLIENT.post("/run", hello, "Accept", accept);
            assertThat(response.headers().firstValue("Content-Type").orElse(response.body()))
                    .as(accept)
                    .isEqualTo(accept.equals("text/*") ? "application/problem+json" : "application/json");
        }
        for (String accept :
                List.of("text/event-stream", "text/event-stream, application/json", "text/event-stream, */*;q=0.1")) {
            HttpResponse<String> response = CLIENT.post("/run", hello, "Accept", accept);
            assertThat(response.headers().firstValue("Content-Type")).as(accept).hasValue("text/event-stream");
        }
        assertThat(CLIENT.post("/run?raw=1", hello, "Accept", "text/event-stream")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void testRunThatIsDeletedIsCancelledAndKeepsItsOutput() throws Exception {
        try (Events stream = stream(SLEEPER, "timeout_ms", 30000)) {
            String id = stream.next().orElseThrow().data().path("id").textValue();
            assertThat(stream.next().orElseThrow().text()).isEqualTo("here\n");

            assertThat(CLIENT.delete("/run/" + id).statusCode()).isEqualTo(204);

            List<Event> rest = stream.all();
            JsonNode result = rest.get(rest.size() - 1).data();
            assertThat(result.path("outcome").textValue()).isEqualTo("cancelled");
            assertThat(result.path("stdout").textValue()).isEqualTo("here\n");
            assertThat(CLIENT.delete("/run/" + id).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void testWhoeverLeavesAStreamEndsItsProgram() throws Exception {
        try (Events stream = stream(SLEEPER, "timeout_ms", 30000)) {
            assertThat(stream.next()).isPresent();
        }
        assertThat(containers.awaitNone(3000)).isEmpty();
    }

    @Test
    void testWhoeverLeavesAPlainRequestEndsItsProgram() throws Exception {
        assertThat(containers.awaitNone(3000)).isEmpty();
        byte[] body = Client.request(SLEEPER, "timeout_ms", 30000).getBytes(StandardCharsets.UTF_8);
        try (Socket socket = WIRE.begin("POST /run HTTP/1.1\r\nHost: " + SERVER.authority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")) {
            socket.getOutputStream().write(body);
            for (int i = 0; i < 200 && containers.ids().isEmpty(); i++) {
                Thread.sleep(20);
            }
            assertThat(containers.ids()).hasSize(1);
            Thread.sleep(1000);
        }
        assertThat(containers.awaitNone(3000)).isEmpty();
    }

    @Test
    void testAnswerThatTakesLongBeginsWithSpacesAndIsJsonAllTheSame() {
        HttpResponse<String> response = CLIENT.post("/run", Client.request("import time\ntime.sleep(1.8)\nprint(1)"));

        assertThat(response.body()).startsWith("   {").endsWith("}");
        assertThat(Json.parse(response.body()).path("stdout").textValue()).isEqualTo("1\n");
        assertThat(CLIENT.post("/run", Client.request("print(1)")).body()).startsWith("{");
    }
}
