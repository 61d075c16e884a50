package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.safepython.executor.TestSettings;
import org.safepython.executor.sandbox.Cell;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.Sandbox;
import org.safepython.executor.sandbox.docker.Containers;
import org.safepython.executor.settings.Language;

/** Asks the CPython of a guest image, in cells of the product's own sandbox. */
final class GuestPython {

    /** What fits into one cell's standard input, with room for the script. */
    private static final int MOST_BYTES = 300_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Sandbox sandbox =
            Containers.sandbox(TestSettings.with("EXECUTOR_CPU_PERCENT", "200", "EXECUTOR_MEMORY_MIB", "512"));

    private final Language language;

    GuestPython(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    /**
     * What CPython makes of one program.
     *
     * @param parsed whether it is Python
     * @param ran whether its {@code mark()} was called
     * @param names every name, as {@link Seen} writes it; empty where it is no Python
     */
    record Answer(boolean parsed, boolean ran, List<String> names) {
        private static Answer of(byte[] text) {
            List<String> lines =
                    new String(text, StandardCharsets.UTF_8).lines().toList();
            return new Answer(
                    lines.get(0).equals("parsed"),
                    lines.get(1).equals("ran"),
                    lines.stream().skip(2).sorted().toList());
        }
    }

    private record Outcome(byte[] stdout, String stderr, Ending ending) {}

    /** The files of the standard library by their names. */
    Map<String, byte[]> library() {
        List<byte[]> fields = fields(run("library.py", new byte[0], List.of()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i += 2) {
            files.put(new String(fields.get(i), StandardCharsets.UTF_8), fields.get(i + 1));
        }
        return files;
    }

    /** Names with every character that it takes: those that begin with it, and those that have it behind another. */
    List<List<String>> identifiers() {
        return fields(run("identifiers.py", new byte[0], List.of())).stream()
                .map(names -> new String(names, StandardCharsets.UTF_8).split("\n"))
                .map(List::of)
                .toList();
    }

    /** What it reads in each program. */
    List<Answer> read(List<byte[]> programs) {
        return ask(programs, List.of());
    }

    /** What it reads in each program, and whether {@code mark()} is called when it runs. */
    List<Answer> run(List<byte[]> programs) {
        return ask(programs, List.of("run"));
    }

    /** The exit codes of programs that run as users' do, each as a process of its own without standard input. */
    List<String> exitCodes(List<byte[]> programs) {
        return forEach("run_each.py", programs, List.of()).stream()
                .map(code -> new String(code, StandardCharsets.UTF_8))
                .toList();
    }

    private List<Answer> ask(List<byte[]> programs, List<String> arguments) {
        String script = language == Language.PYTHON2 ? "ask_python2.py" : "ask.py";
        return forEach(script, programs, arguments).stream().map(Answer::of).toList();
    }

    /** What a script answers to each program; several cells work at once. */
    private List<byte[]> forEach(String script, List<byte[]> programs, List<String> arguments) {
        return batches(programs).parallelStream()
                .map(stdin -> fields(run(script, stdin, arguments)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<byte[]> batches(List<byte[]> programs) {
        List<byte[]> batches = new ArrayList<>();
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        for (byte[] program : programs) {
            if (batch.size() + program.length > MOST_BYTES) {
                batches.add(batch.toByteArray());
                batch.reset();
            }
            write(batch, program);
        }
        batches.add(batch.toByteArray());
        return batches;
    }

    private byte[] run(String name, byte[] stdin, List<String> arguments) {
        Outcome outcome = runAlone(resource("/guest/" + name), stdin, arguments);
        assertThat(outcome.ending())
                .as(outcome.stderr())
                .isInstanceOfSatisfying(
                        Ending.Reported.class,
                        end -> assertThat(end.exitCode() + end.signal())
                                .as(outcome.stderr())
                                .isZero());
        return outcome.stdout();
    }

    private Outcome runAlone(byte[] code, byte[] stdin, List<String> arguments) {
        Heard heard = new Heard();
        try (Cell cell = sandbox.lease(language)) {
            Ending ending = cell.run(
                    new org.safepython.executor.sandbox.Program(code, stdin, arguments, false, PATIENCE), heard);
            return new Outcome(heard.stdout.toByteArray(), heard.stderr.toString(StandardCharsets.UTF_8), ending);
        } catch (Exception unavailable) {
            throw new AssertionError("The engine and the guest image must be there", unavailable);
        }
    }

    static byte[] resource(String path) {
        try (InputStream in = GuestPython.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(ByteArrayOutputStream to, byte[] field) {
        try (DataOutputStream out = new DataOutputStream(to)) {
            out.writeInt(field.length);
            out.write(field);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<byte[]> fields(byte[] data) {
        List<byte[]> fields = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(data))) {
            while (in.available() > 0) {
                fields.add(in.readNBytes(in.readInt()));
            }
            return fields;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class Heard implements ProgramEvents {
        private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

        @Override
        public void started() {}

        @Override
        public void wrote(Stream stream, byte[] bytes) {
            (stream == Stream.STDOUT ? stdout : stderr).writeBytes(bytes);
        }
    }
}
