package org.safepython.executor.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * What a cell shall run. Immutable.
 *
 * @param code the source, UTF-8, exactly the bytes that run
 * @param stdin all of standard input
 * @param args the arguments after the program's name, without NUL
 * @param merged whether standard error goes into the pipe of standard output
 * @param patience time after which the cell ends the program itself, should nobody have done so
 */
public record Program(byte[] code, byte[] stdin, List<String> args, boolean merged, Duration patience) {
    public Program {
        code = code.clone();
        stdin = stdin.clone();
        args = List.copyOf(args);
    }

    @Override
    public byte[] code() {
        return code.clone();
    }

    @Override
    public byte[] stdin() {
        return stdin.clone();
    }

    /** The arguments as the bytes that the program gets. */
    public List<byte[]> encodedArgs() {
        return args.stream().map(arg -> arg.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
