package org.safepython.executor.policy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.safepython.executor.settings.FileMistake;
import org.safepython.executor.settings.PolicyFile;
import org.safepython.executor.settings.Settings;

/**
 * The presets that a request may choose now. Thread safe: the whole set is swapped at once, and who has a preset keeps
 * it.
 */
@Singleton
public class Presets {
    private static final System.Logger LOG = System.getLogger(Presets.class.getName());

    private final List<String> allowed;
    private final Optional<Path> path;
    private volatile PresetEdition edition;

    /** What two looks must agree on before it counts; guarded by this. */
    private PolicySight last;

    /** What the edition was made of; guarded by this. */
    private PolicySight used;

    /** Begins with what the settings have read. */
    @Inject
    public Presets(Settings settings) {
        this.allowed = settings.policies();
        this.path = settings.policyFile().map(PolicyFile::path);
        this.edition = PresetEdition.of(
                allowed, settings.policyFile().map(PolicyFile::presets).orElse(List.of()));
        this.used = PolicySight.of(settings.policyFile().map(PolicyFile::text).orElse(""));
        this.last = used;
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

    /**
     * Looks at the policy file. What is new counts when two looks in a row have seen it: before, somebody may still be
     * writing.
     */
    public void look() {
        path.ifPresent(this::look);
    }

    private synchronized void look(Path file) {
        PolicySight seen = PolicySight.of(file);
        boolean settled = seen.isLike(last);
        last = seen;
        if (settled && !seen.isLike(used)) {
            used = seen;
            use(seen, file);
        }
    }

    private void use(PolicySight seen, Path file) {
        try {
            edition = edition.followedBy(seen.presets(file), file.getFileName().toString());
            LOG.log(System.Logger.Level.INFO, "The policy file was read again: " + file);
        } catch (FileMistake mistake) {
            edition = edition.kept(mistake.in(file.getFileName()));
            LOG.log(System.Logger.Level.WARNING, mistake.in(file) + PresetEdition.KEPT);
        }
    }
}
