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
import org.safepython.executor.settings.SmallFile;

/** The keys that are good now. A key whose line is gone from the file is no longer. Thread safe. */
@Singleton
public class KeyRing {
    private static final System.Logger LOG = System.getLogger(KeyRing.class.getName());

    private final Optional<Path> path;
    private volatile List<Key> keys;
    private volatile List<String> notes = List.of();
    /** What was read last, where that could be read. */
    private Optional<String> used;

    @Inject
    public KeyRing(Settings settings) {
        Optional<KeyFile> file = settings.access().keys();
        this.path = file.map(KeyFile::path);
        this.keys = file.map(KeyFile::keys).orElse(List.of());
        this.used = file.map(KeyFile::text);
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

    /** Whether there is any. */
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
        path.ifPresent(this::look);
    }

    private synchronized void look(Path file) {
        try {
            String text = SmallFile.text(file);
            if (used.filter(text::equals).isPresent()) {
                return;
            }
            KeyFile read = KeyFile.of(file, text);
            keys = read.keys();
            used = Optional.of(text);
            notes = read.mistakes().stream()
                    .map(mistake -> mistake.in(file.getFileName()) + ". This line makes no key.")
                    .toList();
            LOG.log(System.Logger.Level.INFO, "The keys were read again: there are " + keys.size());
            notes.forEach(note -> LOG.log(System.Logger.Level.WARNING, note));
        } catch (FileMistake mistake) {
            String note = mistake.in(file.getFileName()) + ". The keys that were read before stay in force.";
            if (!notes.contains(note)) {
                LOG.log(System.Logger.Level.WARNING, note);
            }
            notes = List.of(note);
            used = Optional.empty();
        }
    }
}
