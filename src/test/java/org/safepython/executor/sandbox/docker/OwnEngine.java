package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.safepython.executor.Await;
import org.safepython.executor.Shell;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** An engine that a test may stop, kill and start again, beside the one of the machine, with the guest image of python3. */
public final class OwnEngine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Path log;
    private final Process containerd;
    private Process dockerd;

    public OwnEngine() {
        try {
            // Short: the path of a Unix socket has 108 characters at the most.
            this.folder = Files.createTempDirectory("engine");
            this.log = Files.createTempFile(Path.of(System.getProperty("build.directory")), "engine", ".log");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // Of its own, so that it outlives an engine that is killed.
        this.containerd = begin(
                "containerd",
                "--root=" + folder.resolve("containerd-root"),
                "--state=" + folder.resolve("containerd-state"),
                "--address=" + folder.resolve("containerd.sock"));
        this.dockerd = launch();
        loadImage();
    }

    /** What {@code DOCKER_HOST} is for it. */
    public String host() {
        return "unix://" + folder.resolve("engine.sock");
    }

    private Process launch() {
        Process process = begin(
                "dockerd",
                "--host=" + host(),
                "--containerd=" + folder.resolve("containerd.sock"),
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("pid"),
                "--bridge=none",
                "--iptables=false",
                "--ip6tables=false");
        awaitAnswer(process);
        return process;
    }

    private Process begin(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException missing) {
            throw new AssertionError(command[0] + " must be there, and root to start it", missing);
        }
    }

    private void awaitAnswer(Process process) {
        Await.until(PATIENCE, () -> !process.isAlive() || Shell.succeeds(folder, docker() + "version"), log::toString);
        if (!process.isAlive()) {
            throw new AssertionError("an engine of the test's own cannot be started (as root?): see " + log);
        }
    }

    private String docker() {
        return "docker -H " + host() + " ";
    }

    private void loadImage() {
        Settings settings = TestSettings.with();
        String image = new GuestImage(Language.PYTHON3, settings.engine()).name();
        String loaded = Shell.output(folder, "docker save " + image + " | " + docker() + "load --quiet");
        assertThat(loaded).contains(image);
    }

    /** Ends it as an operator would, and waits. */
    public void stop() {
        end(dockerd.toHandle());
    }

    /** Ends it without a chance to clean up, as the kernel does where memory is short. Its containers live on. */
    public void kill() {
        dockerd.destroyForcibly();
        await(dockerd.toHandle());
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        await(process);
    }

    private static void await(ProcessHandle process) {
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Starts it again with all that it knows. */
    public void start() {
        dockerd = launch();
    }

    @Override
    public void close() {
        stop();
        end(containerd.toHandle());
        // One that was killed has left its mounts.
        boolean unused = Shell.succeeds(folder, "umount --recursive --lazy data");
        assertThat(Shell.output(folder, "rm -rf " + folder)).isEmpty();
    }
}
