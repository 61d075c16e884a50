package org.safepython.executor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nightly question for known holes tells a new one, one that is known, one that is closed, and silence apart. */
class HolesTest {
    private static final String LIST = """
            {"components": [{"purl": "pkg:maven/org.example/sound@1.0?type=jar"},
                            {"purl": "pkg:maven/org.example/torn@2.0?type=jar"}]}
            """;
    private static final String NONE = "{\"results\": [{}, {}]}";
    private static final String ONE = "{\"results\": [{}, {\"vulns\": [{\"id\": \"GHSA-1\"}]}]}";

    @TempDir
    private Path folder;

    private HttpServer database;
    private String answer = NONE;
    private String asked = "";

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("list.json"), LIST);
        database = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        database.createContext("/v1/querybatch", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        database.start();
    }

    @AfterEach
    void stop() {
        database.stop(0);
    }

    private int status(String known) throws IOException {
        Files.writeString(folder.resolve("known.json"), known);
        String output = Shell.output(
                Path.of("."),
                "HOLES_DATABASE=http://127.0.0.1:" + database.getAddress().getPort() + " HOLES_KNOWN="
                        + folder.resolve("known.json") + " .ci/holes " + folder.resolve("list.json")
                        + " >&2; echo $?");
        return Integer.parseInt(output.strip());
    }

    @Test
    void testEachComponentIsAskedFor() throws IOException {
        assertThat(status("{}")).isZero();
        assertThat(asked).contains("\"pkg:maven/org.example/sound@1.0\"", "\"pkg:maven/org.example/torn@2.0\"");
    }

    @Test
    void testNewHoleFailsAndAKnownOneDoesNot() throws IOException {
        answer = ONE;
        assertThat(status("{}")).isEqualTo(1);
        assertThat(status("{\"GHSA-1\": \"nothing here calls it\"}")).isZero();
    }

    @Test
    void testKnownHoleThatIsClosedFailsToo() throws IOException {
        assertThat(status("{\"GHSA-1\": \"nothing here calls it\"}")).isEqualTo(1);
    }

    @Test
    void testSilenceIsNoGoodNews() throws IOException {
        database.stop(0);
        assertThat(status("{}")).isEqualTo(2);
    }
}
