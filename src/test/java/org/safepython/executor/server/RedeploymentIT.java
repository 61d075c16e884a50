package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive deployed and undeployed again and again in one server. */
class RedeploymentIT {

    /**
     * The server's own two, which it makes for its own threads, that of the application that is there, that of the first
     * one for which the server's managed executor made its thread, and that of one during whose deployment the server may
     * have made another thread of its own.
     */
    private static final int MOST = 5;

    private static final int ROUNDS = 6;
    private static final int PATIENCE = 20;

    /** A number, how many there are, their bytes, and their class. */
    private static final Pattern LOADER = Pattern.compile(": +(\\d+) +\\d+ +\\S+\\.WebappClassLoader\\s");

    @Test
    void testHoweverOftenItIsDeployedNoMoreStay(@TempDir Path folder) throws Exception {
        List<String> rounds = IntStream.rangeClosed(1, ROUNDS)
                .mapToObj(number -> "number" + number)
                .flatMap(name -> Stream.of(deploy(name), "undeploy " + name))
                .toList();
        Path commands = Files.write(
                folder.resolve("postboot"),
                Stream.concat(rounds.stream(), Stream.of(deploy("last"))).toList());
        try (BareServer server =
                new BareServer(folder, List.of("--postbootcommandfile", commands.toString()), Map.of())) {
            server.awaitPrinted("Application deployed with name last");
            assertThat(server.log()).contains("Application deployed with name number" + ROUNDS);
            assertThat(fewestLoaders(server.process())).isLessThanOrEqualTo(MOST);
        }
    }

    private static String deploy(String name) {
        return "deploy --name " + name + " --contextroot / " + System.getProperty("war.file");
    }

    /** A thread takes a moment to end. */
    private static int fewestLoaders(Process server) throws IOException, InterruptedException {
        int fewest = loaders(server);
        for (int i = 0; i < PATIENCE && fewest > MOST; i++) {
            Thread.sleep(500);
            fewest = Math.min(fewest, loaders(server));
        }
        return fewest;
    }

    /** The class loaders of applications that are reachable: the histogram collects garbage first. */
    private static int loaders(Process server) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        "GC.class_histogram")
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return LOADER.matcher(histogram)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }
}
