package org.safepython.executor.policy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.safepython.executor.settings.FileMistake;
import org.safepython.executor.settings.PolicyFile;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.settings.WatchedFile;

/**
 * The presets that a request may choose now. Thread safe: the whole set is swapped at once, and who has a preset keeps
 * it.
 */
@Singleton
public class Presets {
    private static final System.Logger LOG = System.getLogger(Presets.class.getName());

    private final List<String> allowed;
    private final Optional<WatchedFile> file;
    private volatile PresetEdition edition;

    /** Begins with what the settings have read. */
    @Inject
    public Presets(Settings settings) {
        this.allowed = settings.policies();
        this.file = settings.policyFile().map(PolicyFile::watched);
        this.edition = PresetEdition.of(
                allowed, settings.policyFile().map(PolicyFile::presets).orElse(List.of()));
    }

    /** Those that requests may choose, the default first; never empty. */
    public List<Preset> allowed() {
        return edition.allowed();
    }

    /** The preset of this name, if requests may choose it. */
    public Optional<Preset> allowed(String name) {
        return allowed().stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /** Whether there is such a preset, for requests or not. */
    public boolean exists(String name) {
        return edition.exists(name);
    }

    /** What the operator should know about the policy file; empty where all is well. */
    public List<String> notes() {
        return edition.notes();
    }

    /** Looks at the policy file; to be called again and again. */
    public void look() {
        file.ifPresent(this::look);
    }

    private void look(WatchedFile watched) {
        Path path = watched.path();
        try {
            watched.news().ifPresent(text -> use(PolicyFile.of(path, text)));
        } catch (FileMistake mistake) {
            edition = edition.kept(mistake.in(path.getFileName()));
            LOG.log(System.Logger.Level.WARNING, mistake.in(path) + PresetEdition.KEPT);
        }
    }

    private void use(PolicyFile read) {
        edition = edition.followedBy(read.presets(), read.path().getFileName().toString());
        LOG.log(System.Logger.Level.INFO, "The policy file was read again: " + read.path());
    }
}
