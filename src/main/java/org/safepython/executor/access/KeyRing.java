package org.safepython.executor.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.safepython.executor.settings.FileMistake;
import org.safepython.executor.settings.Key;
import org.safepython.executor.settings.KeyFile;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.settings.WatchedFile;

/** The keys that are good now. A key whose line is gone from the file is no longer. Thread safe. */
@Singleton
public class KeyRing {
    private static final System.Logger LOG = System.getLogger(KeyRing.class.getName());

    private final Optional<WatchedFile> file;
    private volatile List<Key> keys;
    private volatile List<String> notes = List.of();

    /** Begins with what the settings have read. */
    @Inject
    public KeyRing(Settings settings) {
        Optional<KeyFile> read = settings.access().keys();
        this.file = read.map(KeyFile::watched);
        this.keys = read.map(KeyFile::keys).orElse(List.of());
    }

    /** The key of a secret. Looks at all of them, and compares each in the same time. */
    public Optional<Key> of(String secret) {
        String digest = Key.digest(secret);
        Optional<Key> found = Optional.empty();
        for (Key key : keys) {
            if (key.has(digest)) {
                found = Optional.of(key);
            }
        }
        return found;
    }

    /** The key of a name. */
    public Optional<Key> named(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** What the operator should know about the file; empty where all is well. */
    public List<String> notes() {
        return notes;
    }

    /**
     * Looks at the file; to be called again and again. A line that makes no key is one key less, and a file that cannot be
     * read takes nobody in and puts nobody out; the notes say so.
     */
    public void look() {
        file.ifPresent(this::look);
    }

    private void look(WatchedFile watched) {
        try {
            watched.news().ifPresent(text -> use(KeyFile.of(watched.path(), text)));
        } catch (FileMistake unreadable) {
            notes = List.of(said(unreadable, watched.path(), "The keys that were read before stay in force."));
        }
    }

    private void use(KeyFile read) {
        keys = read.keys();
        LOG.log(System.Logger.Level.INFO, "The keys were read again: there are " + keys.size());
        notes = read.mistakes().stream()
                .map(mistake -> said(mistake, read.path(), "This line makes no key."))
                .toList();
    }

    private static String said(FileMistake mistake, Path path, String consequence) {
        LOG.log(System.Logger.Level.WARNING, mistake.in(path) + ". " + consequence);
        return mistake.in(path.getFileName()) + ". " + consequence;
    }
}
