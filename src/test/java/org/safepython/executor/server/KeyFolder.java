package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of keys that the product's own command has made. */
final class KeyFolder {
    private final Path file;

    KeyFolder(Path folder) {
        this.file = folder.resolve("keys");
    }

    Path file() {
        return file;
    }

    /** Makes a key; its secret. */
    String make(String name, String scopes, String... limits) throws IOException, InterruptedException {
        Made made = command(name, scopes, limits);
        assertThat(made.status()).as(made.printed()).isZero();
        return made.printed().strip();
    }

    /** Runs the command, whatever becomes of it. */
    Made command(String name, String scopes, String... limits) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("single.jar"),
                "make-key",
                file.toString(),
                name,
                scopes));
        command.addAll(List.of(limits));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Made(process.waitFor(), printed);
    }

    /** Takes a key back. */
    void revoke(String name) throws IOException {
        List<String> others = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith(name + " "))
                .toList();
        Files.write(file, others);
    }

    record Made(int status, String printed) {}
}
