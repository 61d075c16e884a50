package org.safepython.executor.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.settings.InvalidSettingException;
import org.safepython.executor.settings.Settings;

/**
 * The main class of the single jar. Settings, address and port are checked first: a server that is already up would answer
 * 404 for ever instead. Exit status 2 for a wrong setting, 1 for anything else that keeps it from serving.
 */
public final class Launcher {
    private static final Logger SERVERS_LOG = Logger.getLogger("jakarta.enterprise.web");
    /** Where the server tells of requests that it cannot read: a stack trace for each is more than a stranger may write. */
    private static final Logger REQUESTS_LOG = Logger.getLogger("jakarta.enterprise.web.core");

    /** More than the guard lets hold one: some are always free for those who are answered at once. */
    private static final int THREADS = 1024;

    /** For a client who sends nothing, or takes nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int FAILED = 1;
    private static final int WRONG_SETTING = 2;

    private Launcher() {}

    /** Starts the server, for which everything is a setting; or makes a key. */
    public static void main(String[] args) throws Exception {
        // The wildcard address means IPv6 as well otherwise, where everybody has addresses without end.
        System.setProperty("java.net.preferIPv4Stack", "true");
        if (args.length > 0 && args[0].equals(MakeKey.COMMAND)) {
            System.exit(MakeKey.run(args));
        }
        Settings settings = settings();
        requireFreePort(settings);
        Path configuration = Files.createTempDirectory("safe-python-executor");
        try {
            boot(settings, configuration);
        } finally {
            delete(configuration);
        }
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        Greeting greeting = new Greeting(settings, client);
        if (!greeting.awaitAndSay()) {
            exit(FAILED, "The application did not start; the log above says why.");
        }
        new Rehearsal(client, greeting.address())
                .hold(Math.min(settings.rehearsal(), settings.access().addressRate() / 2));
    }

    private static Settings settings() {
        try {
            return Settings.load();
        } catch (InvalidSettingException wrong) {
            throw exit(WRONG_SETTING, wrong.line());
        }
    }

    private static void requireFreePort(Settings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()));
        } catch (IOException taken) {
            throw exit(
                    FAILED,
                    "Port " + settings.port() + " on " + settings.address()
                            + " is taken: end what listens there, or set EXECUTOR_PORT to another port.");
        }
    }

    private static void boot(Settings settings, Path configuration) throws Exception {
        Path commands = configuration.resolve("preboot");
        Files.write(commands, prebootCommands(settings));
        Path logging = configuration.resolve("logging.properties");
        try (InputStream in = Launcher.class.getResourceAsStream("/launch/logging.properties")) {
            Files.copy(Objects.requireNonNull(in), logging);
        }
        String[] options = {
            "--nohazelcast",
            "--disablephonehome",
            "--port",
            Integer.toString(settings.port()),
            "--prebootcommandfile",
            commands.toString(),
            "--logproperties",
            logging.toString()
        };
        Class.forName("fish.payara.micro.PayaraMicro")
                .getMethod("main", String[].class)
                .invoke(null, (Object) options);
        // The server sets this one itself while it boots. What it warns of is clients that leave before the answer.
        SERVERS_LOG.setLevel(Level.SEVERE);
        REQUESTS_LOG.setFilter(record -> {
            record.setThrown(null);
            return true;
        });
    }

    private static List<String> prebootCommands(Settings settings) {
        String server = "set configs.config.server-config.";
        String network = server + "network-config.";
        String http = network + "protocols.protocol.http-listener.http.";
        String connection = network + "transports.transport.tcp.";
        return List.of(
                server + "thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=" + THREADS,
                connection + "read-timeout-millis=" + PATIENCE.toMillis(),
                connection + "write-timeout-millis=" + PATIENCE.toMillis(),
                network + "network-listeners.network-listener.http-listener.address=" + settings.address(),
                http + "server-header=false",
                http + "xpowered-by=false",
                http + "trace-enabled=false");
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private static IllegalStateException exit(int status, String line) {
        System.err.println(line);
        System.exit(status);
        return new IllegalStateException(line);
    }
}
