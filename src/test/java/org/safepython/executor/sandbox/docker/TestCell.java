package org.safepython.executor.sandbox.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.settings.Language;

/** Runs single programs in cells of a sandbox and keeps what they wrote. Thread safe. */
final class TestCell implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Sandbox sandbox;
    private final Language language;

    TestCell(Sandbox sandbox) {
        this(sandbox, Language.PYTHON3);
    }

    TestCell(Sandbox sandbox, Language language) {
        this.sandbox = sandbox;
        this.language = language;
    }

    /** What a program wrote and how it ended. */
    record Outcome(String stdout, String stderr, Ending ending) {
        /** As the first line of an attack says it. */
        String label() {
            if (ending instanceof Ending.Reported reported) {
                return (reported.remark() == Ending.Remark.KILLED_FOR_MEMORY)
                        ? "memory"
                        : reported.signal() == 0 ? "exit " + reported.exitCode() : "signal " + reported.signal();
            }
            return ending.toString();
        }
    }

    Outcome run(String code) {
        return run(code, new byte[0], List.of(), false, LIMIT);
    }

    /** Runs a program and stops it after a time. */
    Outcome run(String code, byte[] stdin, List<String> args, boolean merged, Duration limit) {
        byte[] source = code.getBytes(StandardCharsets.UTF_8);
        Recorder recorder = new Recorder();
        try (Cell cell = sandbox.lease(language)) {
            var stop = clock.schedule(cell::stop, limit.toMillis(), TimeUnit.MILLISECONDS);
            var kill = clock.schedule(cell::kill, limit.toMillis() + 2000, TimeUnit.MILLISECONDS);
            Ending ending = cell.run(new Program(source, stdin, args, merged, Duration.ofMinutes(1)), recorder);
            stop.cancel(false);
            kill.cancel(false);
            return new Outcome(recorder.text(recorder.stdout), recorder.text(recorder.stderr), ending);
        } catch (SandboxUnavailableException unavailable) {
            throw new AssertionError("The engine and the guest image must be there", unavailable);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static final class Recorder implements ProgramEvents {
        private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

        @Override
        public void started() {}

        @Override
        public void wrote(Stream stream, byte[] bytes) {
            (stream == Stream.STDOUT ? stdout : stderr).writeBytes(bytes);
        }

        private String text(ByteArrayOutputStream bytes) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
