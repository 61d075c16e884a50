package org.safepython.executor.sandbox.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.sandbox.Ending;
import org.safepython.executor.sandbox.Guest;
import org.safepython.executor.sandbox.Program;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.sandbox.SandboxUnavailableException;
import org.safepython.executor.sandbox.pool.WarmCell;
import org.safepython.executor.settings.Language;

/**
 * One running container whose runner waits for its job. {@link #run} belongs to one thread; {@link #stop} and {@link
 * #kill} may come from others at any time.
 */
final class DockerCell implements WarmCell {
    private static final Logger LOG = Logger.getLogger(DockerCell.class.getName());
    private static final int PROTOCOL = 1;

    private final Engine engine;
    private final String container;
    private final EngineConnection connection;
    private final StdoutOfContainer stdout;
    private final FrameReader frames;
    private final Origin origin;
    private final String python;
    private final Runnable removal;
    private final ReentrantLock writing = new ReentrantLock();
    private boolean started;

    private DockerCell(Engine engine, String container, Origin origin, EngineConnection connection, Runnable removal)
            throws IOException {
        this.engine = engine;
        this.container = container;
        this.origin = origin;
        this.connection = connection;
        this.removal = removal;
        this.stdout = new StdoutOfContainer(connection.in());
        this.frames = new FrameReader(stdout);
        this.python = pythonOf(frames.next());
    }

    /**
     * What a container was made of.
     *
     * @param image the id of the image
     * @param images who knows whether it still is the language's
     */
    record Origin(Language language, String image, GuestImages images) {
        private boolean isCurrent() {
            return images.isCurrent(language, image);
        }
    }

    /** Starts a created container and waits until its runner is ready. The cell owns the connection from here. */
    static DockerCell start(Engine engine, String container, Origin origin, Runnable removal) throws IOException {
        EngineConnection connection = engine.attach(container);
        Future<?> expiry = engine.expire(connection);
        try {
            engine.start(container);
            return new DockerCell(engine, container, origin, connection, removal);
        } catch (IOException | RuntimeException failure) {
            connection.close();
            throw failure;
        } finally {
            expiry.cancel(false);
        }
    }

    private String pythonOf(Frame ready) throws IOException {
        byte[] payload = ready.payload();
        if (ready.kind() != Frame.Kind.READY || payload[0] != PROTOCOL) {
            throw new IOException("the guest image's runner did not get ready: " + stdout.complaint());
        }
        String version = new String(payload, 1, payload.length - 1, StandardCharsets.US_ASCII);
        if (!version.matches("[0-9][0-9a-z.+]{0,30}")) {
            throw new IOException("the guest image's runner names no version");
        }
        return version;
    }

    @Override
    public Guest guest() {
        return new Guest(origin.language(), origin.image(), python);
    }

    @Override
    public boolean isLogged() throws SandboxUnavailableException {
        try {
            return engine.logs(container);
        } catch (RuntimeException failure) {
            throw GuestImages.noContainer(failure);
        }
    }

    /** The runner says nothing before its job, and its stream ends with the container. */
    @Override
    public boolean isFit() {
        return connection.isSilent() && origin.isCurrent();
    }

    @Override
    public Ending run(Program program, ProgramEvents events) {
        try {
            write(JobFrame.of(program));
            return listen(events);
        } catch (IOException gone) {
            return vanished();
        }
    }

    private Ending listen(ProgramEvents events) {
        while (true) {
            Frame frame = frames.next();
            switch (frame.kind()) {
                case STARTED -> {
                    started = true;
                    events.started();
                }
                case OUT -> events.wrote(ProgramEvents.Stream.STDOUT, frame.payload());
                case ERR -> events.wrote(ProgramEvents.Stream.STDERR, frame.payload());
                case ENDED -> {
                    return Report.read(frame.payload());
                }
                case READY, BROKEN -> {
                    return vanished();
                }
            }
        }
    }

    /** What did not start took no memory, and somebody waits to try again: the engine is not asked. */
    private Ending vanished() {
        if (!stdout.complaint().isEmpty()) {
            LOG.log(Level.WARNING, "The runner of {0} failed: {1}", new Object[] {container, stdout.complaint()});
        }
        try {
            return new Ending.Vanished(started && engine.killedForMemory(container));
        } catch (RuntimeException unknown) {
            return new Ending.Vanished(false);
        }
    }

    private void write(byte[] frame) throws IOException {
        writing.lock();
        try {
            connection.write(frame);
        } finally {
            writing.unlock();
        }
    }

    /** Rival: the job may still be on its way. Then nothing is said; {@link #kill} follows. */
    @Override
    public void stop() {
        if (!writing.tryLock()) {
            return;
        }
        try {
            connection.write(JobFrame.stop());
        } catch (IOException gone) {
            LOG.log(Level.FINE, "Nobody to stop in {0}", container);
        } finally {
            writing.unlock();
        }
    }

    /** The runner reads end of file and ends everything; whoever waits for frames reads their end. */
    @Override
    public void kill() {
        hangUp();
    }

    /** The runner ends by itself when the server hangs up; killing it as well would cost another start of the runtime. */
    @Override
    public void close() {
        try {
            hangUp();
            engine.awaitEnd(container);
        } finally {
            removal.run();
        }
    }

    private void hangUp() {
        try {
            connection.close();
        } catch (IOException closed) {
            LOG.log(Level.FINE, "Connection of {0} was closed", container);
        }
    }
}
