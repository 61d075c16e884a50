package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepython.executor.Await;

/** A server on all addresses of the machine, as others reach it; and when its last key is taken away. */
class OpenServerIT {
    private static final byte[] LOOPBACK_OF_IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final String HELLO = "{\"code\":\"print(1)\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    private static String otherAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElseThrow(() -> new AssertionError("This machine has no address but that of the loopback."));
    }

    private HttpResponse<String> run(String host, int port, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/run"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(HELLO));
        return http.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @Test
    void testOthersNeedAKeyAndWithoutAnyGetNothing(@TempDir Path folder) throws Exception {
        KeyFolder keys = new KeyFolder(folder);
        String[] bearer = {"Authorization", "Bearer " + keys.make("bot", "run")};
        String other = otherAddress();
        try (TestServer server = TestServer.start(Map.of(
                "EXECUTOR_ADDRESS", "0.0.0.0", "EXECUTOR_KEYS", keys.file().toString()))) {
            int port = server.port();
            assertThat(run(other, port).statusCode()).isEqualTo(401);
            assertThat(run(other, port, bearer).statusCode()).isEqualTo(200);
            assertThat(run("127.0.0.1", port).statusCode()).isEqualTo(200);
            assertThat(run("127.0.0.2", port).statusCode())
                    .as("the machine itself, by another address")
                    .isEqualTo(200);
            InetAddress loopbackOfIpv6 = InetAddress.getByAddress(LOOPBACK_OF_IPV6);
            assertThatThrownBy(() -> new Socket(loopbackOfIpv6, port).close())
                    .as("IPv6, where addresses are without end")
                    .isInstanceOf(SocketException.class);

            Files.writeString(keys.file(), "");

            Await.until(Duration.ofSeconds(20), () -> statusOf(other, port) == 503);
            HttpResponse<String> ready = http.send(
                    HttpRequest.newBuilder(URI.create("http://" + other + ":" + port + "/health/ready"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("has no API keys");
            assertThat(run("127.0.0.1", port).statusCode()).isEqualTo(200);
        }
    }

    private int statusOf(String host, int port) {
        try {
            return run(host, port).statusCode();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
