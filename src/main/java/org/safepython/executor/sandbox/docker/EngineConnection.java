package org.safepython.executor.sandbox.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One connection to the engine. Reading and writing may go on at once, one thread each; {@link #close} from any thread
 * ends both.
 */
interface EngineConnection extends Closeable {
    void connect() throws IOException;

    InputStream in();

    /** Whether it is open and nothing has come. Does not wait; while nobody reads. */
    boolean isSilent();

    void write(byte[] bytes) throws IOException;

    default void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
