package org.safepython.executor;

import java.time.Duration;
import java.util.List;
import org.safepython.executor.policy.Preset;
import org.safepython.executor.policy.SourceCode;
import org.safepython.executor.settings.Language;

/**
 * What a client asks for, checked. Immutable.
 *
 * @param client whose share is used
 * @param code the source, exactly the bytes that are judged and run
 * @param language what it is written in
 * @param stdin all of standard input
 * @param args arguments after the program's name
 * @param timeout wall time of the program
 * @param preset the rules to judge by
 * @param merged whether standard error goes into the pipe of standard output
 */
public record ExecutionRequest(
        Client client,
        SourceCode code,
        Language language,
        byte[] stdin,
        List<String> args,
        Duration timeout,
        Preset preset,
        boolean merged) {
    /** The longest program, in bytes of UTF-8. */
    public static final int CODE_BYTES = 64 * 1024;

    /** The longest standard input, in bytes. */
    public static final int STDIN_BYTES = 128 * 1024;

    /** The most arguments. */
    public static final int ARGS = 64;

    /** The longest argument, in bytes of UTF-8. */
    public static final int ARG_BYTES = 4 * 1024;

    public ExecutionRequest {
        stdin = stdin.clone();
        args = List.copyOf(args);
    }

    @Override
    public byte[] stdin() {
        return stdin.clone();
    }
}
