package org.safepython.executor.settings;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that the operator may change while the server runs. What is new counts when two looks in a row have seen it: before,
 * somebody may still be writing. Thread safe.
 */
public final class WatchedFile {
    private final Path path;
    private final Charset charset;

    /** What two looks must agree on before it counts. */
    private Sight last;

    private Sight used;

    /** Begins with what was read before. */
    public WatchedFile(Path path, Charset charset, String text) {
        this.path = path;
        this.charset = charset;
        this.last = new Sight(text, Optional.empty());
        this.used = last;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * Looks at the file: its text, where that is another than it was. To be called again and again.
     *
     * @throws FileMistake where it cannot be read any more; once
     */
    public synchronized Optional<String> news() {
        Sight seen = see();
        boolean settled = seen.isLike(last);
        last = seen;
        if (!settled || seen.isLike(used)) {
            return Optional.empty();
        }
        used = seen;
        seen.mistake().ifPresent(unreadable -> {
            throw unreadable;
        });
        return Optional.of(seen.text());
    }

    private Sight see() {
        try {
            return new Sight(SmallFile.text(path, charset), Optional.empty());
        } catch (FileMistake unreadable) {
            return new Sight("", Optional.of(unreadable));
        }
    }

    /**
     * The file at one moment.
     *
     * @param text what it says; empty where it cannot be read
     * @param mistake why it cannot be read
     */
    private record Sight(String text, Optional<FileMistake> mistake) {
        boolean isLike(Sight other) {
            return text.equals(other.text)
                    && mistake.map(FileMistake::getMessage).equals(other.mistake.map(FileMistake::getMessage));
        }
    }
}
