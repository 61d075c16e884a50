package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.safepython.executor.Answer;
import org.safepython.executor.Outcome;
import org.safepython.executor.RealService;
import org.safepython.executor.Shell;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Settings;

/** An engine that is reached over TLS alone, with certificates on both sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineTlsIT {
    private static final int POOL = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MAKE = """
            set -e
            authority() { openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=authority -keyout "$1-key.pem" -out "$1.pem"; }
            sign() {
              openssl req -newkey "$3" $4 -nodes -subj "/CN=$2" -keyout "$2-key.pem" -out "$2.csr"
              printf "$5" > "$2.ext"
              openssl x509 -req -in "$2.csr" -CA "$1.pem" -CAkey "$1-key.pem" -CAcreateserial -days 2 -extfile "$2.ext" -out "$2.pem"
            }
            folder() { mkdir "$1" && cp "$2.pem" "$1/ca.pem" && cp "$3.pem" "$1/cert.pem" && cp "$3-key.pem" "$1/key.pem"; }
            authority ours
            authority strangers
            sign ours engine rsa:2048 "" 'subjectAltName=IP:127.0.0.1\\nextendedKeyUsage=serverAuth'
            sign ours server ec '-pkeyopt ec_paramgen_curve:P-256' 'extendedKeyUsage=clientAuth'
            sign strangers nobody rsa:2048 "" 'extendedKeyUsage=clientAuth'
            folder good ours server
            folder unknown-client ours nobody
            folder unknown-engine strangers server
            """;

    @TempDir
    private static Path folder;

    private OwnEngine engine;
    private int port;

    @BeforeAll
    void start() throws IOException {
        Files.writeString(folder.resolve("make.sh"), MAKE);
        assertThat(Shell.succeeds(folder, "bash make.sh")).isTrue();
        port = freePort();
        engine = new OwnEngine(
                "--host=tcp://127.0.0.1:" + port,
                "--tlsverify",
                "--tlscacert=" + folder.resolve("ours.pem"),
                "--tlscert=" + folder.resolve("engine.pem"),
                "--tlskey=" + folder.resolve("engine-key.pem"));
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Settings settings(String host, String certificates) {
        return TestSettings.with(
                "DOCKER_HOST",
                "tcp://" + host + ":" + port,
                "DOCKER_TLS_VERIFY",
                "1",
                "DOCKER_CERT_PATH",
                folder.resolve(certificates).toString(),
                "EXECUTOR_POOL_SIZE",
                Integer.toString(POOL));
    }

    private Answer answer(Settings settings) {
        DockerSandbox sandbox = new DockerSandbox(settings);
        try (RealService service = new RealService(settings, sandbox)) {
            return service.execute(RealService.request("print('hello')"));
        } finally {
            sandbox.close();
        }
    }

    @Test
    void testProgramsRunThereAsAnywhere() {
        Settings settings = settings("127.0.0.1", "good");
        DockerSandbox sandbox = new DockerSandbox(settings);
        try (RealService service = new RealService(settings, sandbox);
                Containers containers = new Containers(settings)) {
            containers.awaitPool(sandbox, POOL, PATIENCE);
            for (int i = 0; i < 2 * POOL; i++) {
                assertThat(service.run("print(%d, 'x' * 50000)".formatted(i))
                                .stdout()
                                .written())
                        .isEqualTo(50_003);
            }
            assertThat(RealService.result(service.execute(
                                    RealService.request("while True: pass", Duration.ofMillis(300), "")))
                            .conclusion()
                            .outcome())
                    .isEqualTo(Outcome.TIMED_OUT);
            assertThat(service.run("import os\nwhile True: os.write(1, b'x' * 65536)")
                            .conclusion()
                            .outcome())
                    .isIn(Outcome.OUTPUT_EXCEEDED, Outcome.TIMED_OUT);
            containers.awaitPool(sandbox, POOL, PATIENCE);
            containers.ids().forEach(containers::killIfThere);
            assertThat(service.run("print('again')").stdout().text()).isEqualTo("again\n");
            sandbox.close();
            assertThat(containers.ids()).isEmpty();
        }
    }

    @Test
    void testNobodyElsesCertificateWillDo() {
        assertThat(answer(settings("127.0.0.1", "good"))).isInstanceOf(Answer.Executed.class);
        assertThat(answer(settings("127.0.0.1", "unknown-engine"))).isInstanceOf(Answer.Unavailable.class);
        assertThat(answer(settings("127.0.0.1", "unknown-client"))).isInstanceOf(Answer.Unavailable.class);
        // The certificate names the address, not this name of it.
        assertThat(answer(settings("localhost", "good"))).isInstanceOf(Answer.Unavailable.class);
        assertThat(answer(TestSettings.with("DOCKER_HOST", "tcp://127.0.0.1:" + port)))
                .isInstanceOf(Answer.Unavailable.class);
    }
}
