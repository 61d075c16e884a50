package org.safepython.executor.sandbox.docker;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safepython.executor.settings.EngineSettings;
import org.safepython.executor.settings.Language;

/**
 * Builds missing guest images by the operator's recipe, in processes beside the server: each language at most once in the
 * life of a server. Thread safe.
 */
final class GuestBuilds implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GuestBuilds.class.getName());

    /** The builds that have begun; empty where one could not even start. */
    private final Map<Language, Optional<Process>> builds = new ConcurrentHashMap<>();

    private final Optional<Path> recipe;
    private final String engine;

    GuestBuilds(EngineSettings settings) {
        this.recipe = settings.recipe();
        this.engine = settings.host().toString();
    }

    /** Whether a missing image may still come: its build has not begun, or has not ended. */
    boolean mayBring(Language language) {
        Optional<Process> build = builds.get(language);
        return recipe.isPresent()
                && (build == null || build.filter(Process::isAlive).isPresent());
    }

    /** Begins a build that has not begun. */
    void begin(Language language) {
        recipe.ifPresent(folder -> builds.computeIfAbsent(language, missing -> start(folder, missing)));
    }

    private Optional<Process> start(Path folder, Language language) {
        // Programs come first: the build takes what they leave of the processor.
        ProcessBuilder command = new ProcessBuilder(
                        "nice", folder.resolve("build-image.sh").toString(), language.label())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT);
        command.environment().put("DOCKER_HOST", engine);
        try {
            Process build = command.start();
            Future<?> unused = build.onExit().thenAccept(ended -> report(language, ended.exitValue()));
            return Optional.of(build);
        } catch (IOException impossible) {
            LOG.log(
                    Level.WARNING,
                    "The build of the guest image of " + language.label() + " did not start",
                    impossible);
            return Optional.empty();
        }
    }

    private static void report(Language language, int status) {
        if (status != 0) {
            LOG.log(
                    Level.WARNING,
                    "The guest image of {0} was not built: exit status {1}. The next start tries again.",
                    new Object[] {language.label(), status});
        }
    }

    @Override
    public void close() {
        builds.values().forEach(build -> build.ifPresent(GuestBuilds::end));
    }

    private static void end(Process build) {
        build.descendants().forEach(ProcessHandle::destroy);
        build.destroy();
    }
}
