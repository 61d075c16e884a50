package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.safepython.executor.Await;
import org.safepython.executor.Shell;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Language;

/** An engine that a test may stop, kill and start again, beside the one of the machine, with the guest image of python3. */
public final class OwnEngine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Path log;
    private final Process containerd;
    private final List<String> options;
    private Process dockerd;

    /** Starts one, with further options. */
    public OwnEngine(String... options) {
        this.options = List.of(options);
        try {
            // Short: the path of a Unix socket has 108 characters at the most.
            this.folder = Files.createTempDirectory("engine");
            this.log = Files.createTempFile(Path.of(System.getProperty("build.directory")), "engine", ".log");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // A disk that can be filled.
        assertThat(Shell.output(folder, "mkdir data && mount -t tmpfs -o size=256m,mode=711 none data"))
                .isEmpty();
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
        List<String> command = new ArrayList<>(List.of(
                "dockerd",
                "--host=" + host(),
                "--containerd=" + folder.resolve("containerd.sock"),
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("pid"),
                "--bridge=none",
                "--iptables=false",
                "--ip6tables=false"));
        command.addAll(options);
        Process process = begin(command.toArray(String[]::new));
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

    private static String image() {
        return new GuestImage(Language.PYTHON3, TestSettings.with().engine()).name();
    }

    /** Gives it the guest image. */
    public void loadImage() {
        String loaded = Shell.output(folder, "docker save " + image() + " | " + docker() + "load --quiet");
        assertThat(loaded).contains(image());
    }

    /** Takes the guest image away, as far as its name goes: what runs in it goes on. */
    public void removeImage() {
        assertThat(Shell.output(folder, docker() + "tag " + image() + " other && " + docker() + "rmi " + image()))
                .contains("Untagged");
    }

    /** Makes a container of an instance that never begins; its short id, as the engine lists it. */
    String createContainer(String instance) {
        return Shell.output(
                        folder,
                        docker() + "create --network none --label org.safepython.executor=" + instance + " " + image())
                .substring(0, 12);
    }

    /** Runs commands of an operator's that mean this engine; what they print. */
    String shell(String commands) {
        return Shell.output(folder, "export DOCKER_HOST=" + host() + "; " + commands);
    }

    /** Has it hang in whatever it does. */
    public void pause() {
        assertThat(Shell.succeeds(folder, "kill -STOP " + dockerd.pid())).isTrue();
    }

    /** Lets it go on. */
    public void resume() {
        assertThat(Shell.succeeds(folder, "kill -CONT " + dockerd.pid())).isTrue();
    }

    /** Fills its disk to the last byte. */
    public void fillDisk() {
        assertThat(Shell.succeeds(folder, "dd if=/dev/zero of=data/filling bs=1M"))
                .isFalse();
    }

    /** Gives it room again. */
    public void freeDisk() {
        assertThat(Shell.succeeds(folder, "rm data/filling")).isTrue();
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
